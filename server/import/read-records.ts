import type { NounSpec } from './nouns/noun-spec.ts'
import { recordsOfFeature } from './nouns/records-of-feature.ts'
import type { FeatureSource } from './raw-feature.ts'
import type { ReadContext } from './read-context.ts'
import type { ImportRecord } from './record.ts'
import type { SourceCrs } from './source-crs.ts'

/**
 * The records of an open file. A second feature with an id already seen is a fault that names the first;
 * the ids seen are the only thing kept of the whole file.
 */
export async function* readRecords(
  source: FeatureSource,
  spec: NounSpec,
  crs: SourceCrs,
  context: ReadContext,
): AsyncGenerator<ImportRecord> {
  const seen = new Map<string, number>()
  for await (const feature of source.features) {
    for (const record of recordsOfFeature(spec, feature, crs, context)) {
      const first = seen.get(record.sourceId)
      if (first === undefined) {
        seen.set(record.sourceId, record.number)
        yield record
      } else {
        context.fault({ number: record.number, sourceId: record.sourceId, reason: 'duplicate_id', text: String(first) })
      }
    }
  }
}
