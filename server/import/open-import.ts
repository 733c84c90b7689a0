import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { TextEncodingName } from './decode-text.ts'
import { fileSize } from './file-bytes.ts'
import { ImportError } from './import-error.ts'
import { NOUN_SPECS, type FileNoun } from './nouns/noun-specs.ts'
import { openFeatures } from './open-features.ts'
import { openOsm } from './osm/read-osm.ts'
import { readRaster } from './raster/read-raster.ts'
import type { ReadContext } from './read-context.ts'
import { readRecords } from './read-records.ts'
import type { ImportRecord } from './record.ts'
import { sourceCrs, type SourceCrs } from './source-crs.ts'

export type ImportOptions = {
  what: FileNoun | 'osm'
  file: string
  /** Declared coordinate system: wgs84, cgcs2000, gcj02, bd09 or EPSG:n. */
  crs?: string
  encoding?: TextEncodingName
  /** Date of the data, YYYY-MM-DD; else what the file says, else the file's own date. */
  asOf?: string
  /** Dataset the rows belong to; else `osm`, or the file's name without its ending. */
  source?: string
  title?: string
  licence?: string
}

export type OpenedImport = {
  source: string
  title: string
  licence: string | null
  crs: SourceCrs['name']
  asOf: string
  /** Where `asOf` comes from: the caller, the data itself, or the date of the file. */
  asOfFrom: 'stated' | 'data' | 'file'
  records: AsyncIterable<ImportRecord>
}

/**
 * Opens any file the product reads, and settles what its dataset is called, how old it is and in what system it lies.
 */
export async function openImport(options: ImportOptions, context: ReadContext): Promise<OpenedImport> {
  const { what, file } = options
  await fileSize(file)
  const stated = options.asOf === undefined ? null : statedDate(options.asOf)
  const inWgs84 = what === 'osm' || isRaster(options)
  if (inWgs84 && options.crs !== undefined && sourceCrs(options.crs, null).name !== 'wgs84') {
    throw new ImportError('crs_clash', `${options.crs} / WGS-84`)
  }
  const osm = what === 'osm' ? await openOsm(file, context) : null
  const { crs, records } =
    osm === null ? await openRecords(options, context) : { crs: 'wgs84' as const, records: osm.records }
  const source = options.source ?? (osm === null ? basename(file, extname(file)) : 'osm')
  if (source === 'demo') throw new ImportError('source_reserved', source)
  const fileDate = (await stat(file)).mtime.toISOString().slice(0, 10)
  return {
    source,
    title: options.title ?? (osm === null ? basename(file) : 'OpenStreetMap'),
    licence: options.licence ?? (osm === null ? null : 'ODbL-1.0'),
    crs,
    asOf: stated ?? osm?.asOf ?? fileDate,
    asOfFrom: stated !== null ? 'stated' : osm?.asOf != null ? 'data' : 'file',
    records,
  }
}

async function openRecords(
  { what, file, crs: declared, encoding }: ImportOptions,
  context: ReadContext,
): Promise<{ crs: SourceCrs['name']; records: AsyncIterable<ImportRecord> }> {
  if (isRaster({ what, file })) return { crs: 'wgs84', records: readRaster(file, context) }
  if (what === 'osm') throw new ImportError('format_unknown', file)
  const source = await openFeatures(file, context, encoding)
  const crs = sourceCrs(declared, source.crs)
  return { crs: crs.name, records: readRecords(source, NOUN_SPECS[what], crs, context) }
}

/** A date written YYYY-MM-DD that exists; throws ImportError `as_of_bad` for any other text. */
export function statedDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  const sound = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  if (!sound) throw new ImportError('as_of_bad', text)
  return text
}

function isRaster({ what, file }: Pick<ImportOptions, 'what' | 'file'>): boolean {
  return what === 'population' && /\.tiff?$/i.test(file)
}
