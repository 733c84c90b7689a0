import { extname } from 'node:path'
import { openCsv } from './csv/read-csv.ts'
import type { TextEncodingName } from './decode-text.ts'
import { openGeojson } from './geojson/read-geojson.ts'
import { ImportError } from './import-error.ts'
import type { FeatureSource } from './raw-feature.ts'
import type { ReadContext } from './read-context.ts'
import { openShapefile } from './shapefile/read-shapefile.ts'

/** Opens a file of features by the ending of its name; any other ending throws ImportError `format_unknown`. */
export async function openFeatures(
  file: string,
  context: ReadContext,
  encoding?: TextEncodingName,
): Promise<FeatureSource> {
  switch (extname(file).toLowerCase()) {
    case '.geojson':
    case '.json':
    case '.ndjson':
    case '.jsonl':
    case '.geojsonl':
    case '.geojsons':
    case '.geojsonseq':
      return openGeojson(file, context, encoding)
    case '.csv':
    case '.tsv':
    case '.txt':
      return openCsv(file, context, encoding)
    case '.shp':
    case '.zip':
      return openShapefile(file, context, encoding)
    default:
      throw new ImportError('format_unknown', file)
  }
}
