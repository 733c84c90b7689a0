import type { Position } from 'geojson'
import type { LiveZone } from '../../store/live-zones.ts'
import { byteWriter, writeBytes, written } from './byte-writer.ts'
import { DRAWING_ZOOM, EXTENT, mercatorX, mercatorY } from './mercator.ts'
import { encodeValue } from './tile-values.ts'
import { vertexZooms } from './vertex-zooms.ts'

/** A closed ring of x, y, x, y …, and the least zoom at which each vertex is drawn. */
export type DrawnRing = { path: Int32Array; zooms: Uint8Array }

/**
 * What tiles need of a zone, whatever the tile: 9 bytes a vertex and some hundred for the rest. Places are whole units
 * of DRAWING_ZOOM, from the north-west corner of Web Mercator's square, y downward.
 */
export type ZoneDrawing = {
  polygons: DrawnRing[][]
  /** [west, north, east, south]. */
  box: readonly [number, number, number, number]
  /** Where the zone's mark is. */
  mark: readonly [number, number]
  /** The values of `id`, `name`, `review_by` (a map says from it what is overdue) and, where there is one, `name_en`, encoded for a tile's layer. */
  values: Uint8Array
  valueCount: number
}

export function drawZone(zone: LiveZone): ZoneDrawing {
  const [west, south, east, north] = zone.bounds
  const texts = [zone.id, zone.name, zone.reviewBy, ...(zone.nameEn === null ? [] : [zone.nameEn])]
  const values = byteWriter(64)
  for (const text of texts) writeBytes(values, encodeValue(text))
  return {
    polygons: zone.geometry.coordinates.map((rings) => rings.map(drawRing)),
    box: [...place(west, north), ...place(east, south)],
    mark: place(...zone.labelAt),
    values: written(values),
    valueCount: texts.length,
  }
}

function drawRing(ring: Position[]): DrawnRing {
  const path = new Int32Array(2 * ring.length)
  for (let i = 0; i < ring.length; i++) {
    const [lng, lat] = ring[i]!
    path[2 * i] = whole(mercatorX(lng!))
    path[2 * i + 1] = whole(mercatorY(lat!))
  }
  return { path, zooms: vertexZooms(path) }
}

const whole = (part: number) => Math.floor(part * 2 ** DRAWING_ZOOM * EXTENT)
const place = (lng: number, lat: number): [number, number] => [whole(mercatorX(lng)), whole(mercatorY(lat))]
