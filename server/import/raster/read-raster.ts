import type { Polygon } from 'geojson'
import { fromFile, type GeoTIFFImage } from 'geotiff'
import { fileSize } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'
import type { ReadContext } from '../read-context.ts'
import type { ImportRecord } from '../record.ts'

/** Cells read at a time: some 4 MB of Float32. */
const WINDOW_CELLS = 1 << 20

/**
 * People by raster cell from a GeoTIFF in degrees (WorldPop: 3 arc-seconds, Float32, nodata −99999): one record a cell
 * with people > 0, its ground a rectangle. The id is the cell's centre in degrees, so that a crop of the same raster
 * gives the same ids. Any other coordinate system, a rotated grid or several bands throw `raster_unsupported`.
 */
export async function* readRaster(file: string, context: ReadContext): AsyncGenerator<ImportRecord> {
  await fileSize(file)
  try {
    const tiff = await fromFile(file)
    try {
      yield* readCells(await tiff.getImage(), file, context)
    } finally {
      tiff.close()
    }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('format_broken', `${file}: ${(error as Error).message}`, { cause: error })
  }
}

async function* readCells(image: GeoTIFFImage, file: string, context: ReadContext): AsyncGenerator<ImportRecord> {
  checkImage(image, file)
  const [width, height] = [image.getWidth(), image.getHeight()]
  const rows = Math.max(1, Math.floor(WINDOW_CELLS / width))
  const nodata = image.getGDALNoData()
  let number = 0
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows)
    const people = await image.readRasters({ window: [0, top, width, bottom], interleave: true })
    for (let i = 0; i < people.length; i += 1) {
      const value = Number(people[i])
      if (!(value > 0) || !Number.isFinite(value) || value === nodata) continue
      number += 1
      yield cellRecord(image, number, i % width, top + Math.floor(i / width), value)
    }
    context.progress(bottom, height)
  }
}

function checkImage(image: GeoTIFFImage, file: string): void {
  const keys = image.getGeoKeys() as { GTModelTypeGeoKey?: number; GeographicTypeGeoKey?: number } | null
  const system = keys?.GeographicTypeGeoKey
  if (keys?.GTModelTypeGeoKey !== 2 || (system !== 4326 && system !== 4490)) {
    throw new ImportError('raster_unsupported', `${file}: EPSG:${system ?? '?'}`)
  }
  if (image.getSamplesPerPixel() !== 1)
    throw new ImportError('raster_unsupported', `${file}: ${image.getSamplesPerPixel()} bands`)
  if (image.getFileDirectory().hasTag('ModelTransformation'))
    throw new ImportError('raster_unsupported', `${file}: rotated grid`)
}

function cellRecord(image: GeoTIFFImage, number: number, column: number, row: number, people: number): ImportRecord {
  const [left = 0, top = 0] = image.getOrigin()
  const [stepX = 0, stepY = 0] = image.getResolution()
  const [west, east] = [left + column * stepX, left + (column + 1) * stepX]
  const [north, south] = [top + row * stepY, top + (row + 1) * stepY]
  const sourceId = `${((west + east) / 2).toFixed(6)},${((north + south) / 2).toFixed(6)}`
  const fields = { basis: 'cell', method: 'raster', people, households: null, building: null }
  return { noun: 'population', number, sourceId, geometry: rectangle(west, south, east, north), fields }
}

function rectangle(west: number, south: number, east: number, north: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}
