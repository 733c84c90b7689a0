import { parse } from 'csv-parse'
import { Readable } from 'node:stream'
import { decodeText, detectEncoding, type TextEncodingName } from '../decode-text.ts'
import { fileBytes, fileSize } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'
import type { FeatureSource, RawFeature } from '../raw-feature.ts'
import type { ReadContext } from '../read-context.ts'
import { findGeometryColumns, geometryOfRow, type GeometryColumns } from './geometry-columns.ts'
import { guessDelimiter } from './guess-delimiter.ts'

/**
 * Opens a CSV file with a header line (RFC 4180; comma, semicolon or tab; BOM dropped). UTF-8, else GBK by content,
 * or as `encoding` says. A row that cannot be split is a fault. Geometry comes from lng/lat columns or a WKT column;
 * a file with neither gives features without geometry, and the noun decides whether that will do.
 */
export async function openCsv(file: string, context: ReadContext, encoding?: TextEncodingName): Promise<FeatureSource> {
  const total = await fileSize(file)
  const used = encoding ?? (await detectEncoding(fileBytes(file)))
  const text = decodeText(
    fileBytes(file, (read) => context.progress(read, total)),
    used,
  )
  return { crs: null, features: readRows(file, text, await guessDelimiter(file, used), context) }
}

async function* readRows(
  file: string,
  text: AsyncIterable<string>,
  delimiter: string,
  context: ReadContext,
): AsyncGenerator<RawFeature> {
  let skipped = 0
  const parser = parse({
    columns: (header: string[]) => header.map((name) => name.trim()),
    bom: true,
    delimiter,
    skip_empty_lines: true,
    trim: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      skipped += 1
      const number = Number(error?.lines ?? 0) - 1
      context.fault({ number, reason: 'not_readable', text: error?.message ?? '' })
    },
  })
  const source = Readable.from(text)
  source.on('error', (error) => parser.destroy(error))
  let columns: GeometryColumns | undefined
  let read = 0
  try {
    for await (const row of source.pipe(parser)) {
      const properties = row as Record<string, string>
      columns ??= findGeometryColumns(Object.keys(properties))
      read += 1
      yield {
        number: read + skipped,
        geometry: geometryOfRow(properties, columns),
        properties: without(properties, columns),
      }
    }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('format_broken', `${file}: ${(error as Error).message}`, { cause: error })
  }
}

function without(row: Record<string, string>, columns: GeometryColumns): Record<string, string> {
  const used = new Set<string | undefined>([columns.lng, columns.lat, columns.wkt])
  return Object.fromEntries(Object.entries(row).filter(([name]) => !used.has(name)))
}
