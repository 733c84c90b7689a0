import { readFile } from 'node:fs/promises'
import { open, type Source } from 'shapefile'
import type { Feature } from 'geojson'
import { detectEncoding, encodingNamed, type TextEncodingName } from '../decode-text.ts'
import { fileSize } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'
import type { FeatureSource, RawFeature } from '../raw-feature.ts'
import type { ReadContext } from '../read-context.ts'
import { crsOfPrj } from './crs-of-prj.ts'
import { dbfRecordCount, dbfText } from './dbf-text.ts'
import { shapefileParts, type ShapefileParts } from './shapefile-parts.ts'
import { unzipShapefile } from './unzip-shapefile.ts'

/**
 * Opens a shapefile: a .shp with its .dbf beside it, or both in a .zip. Text is read as `encoding` says, else by the
 * .cpg, else by content (UTF-8 where valid, else GBK); the coordinate system comes from the .prj.
 */
export async function openShapefile(
  file: string,
  context: ReadContext,
  encoding?: TextEncodingName,
): Promise<FeatureSource> {
  await fileSize(file)
  const unpacked = /\.zip$/i.test(file) ? await unzipShapefile(file) : { shp: file, remove: async () => {} }
  try {
    const parts = await shapefileParts(unpacked.shp)
    const used = encoding ?? (await encodingOf(parts))
    const crs = parts.prj === undefined ? null : prjName(await readFile(parts.prj, 'utf8'))
    const records = await dbfRecordCount(parts.dbf)
    const source = await open(parts.shp, parts.dbf, { encoding: used })
    return { crs, features: readRecords(file, source, records, context, unpacked.remove) }
  } catch (error) {
    await unpacked.remove()
    if (error instanceof ImportError) throw error
    throw new ImportError('format_broken', `${file}: ${(error as Error).message}`, { cause: error })
  }
}

async function* readRecords(
  file: string,
  source: Source<Feature>,
  records: number,
  context: ReadContext,
  remove: () => Promise<void>,
): AsyncGenerator<RawFeature> {
  try {
    for (let number = 1; ; number += 1) {
      const { done, value } = await source.read()
      if (done) break
      context.progress(number, records)
      yield { number, geometry: value.geometry, properties: value.properties ?? {} }
    }
  } catch (error) {
    throw new ImportError('format_broken', `${file}: ${(error as Error).message}`, { cause: error })
  } finally {
    await source.cancel()
    await remove()
  }
}

function prjName(wkt: string): string {
  return crsOfPrj(wkt) ?? wkt.slice(0, 80)
}

async function encodingOf(parts: ShapefileParts): Promise<TextEncodingName> {
  if (parts.cpg === undefined) return detectEncoding(dbfText(parts.dbf))
  const name = await readFile(parts.cpg, 'latin1')
  const encoding = encodingNamed(name)
  if (encoding === null) throw new ImportError('encoding_unknown', name.trim())
  return encoding
}
