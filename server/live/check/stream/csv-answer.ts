import type { LiveZone } from '../../../store/live-zones.ts'
import { toAnsweringZone } from '../answering-zone.ts'
import type { CheckContext } from '../check-context.ts'
import type { Finding } from '../finding.ts'
import { wasOverdue } from '../zone-octets.ts'
import { csvLine } from './csv-record.ts'

/** The columns of an answer as CSV: those of a CheckAnswer, the zone's beside them. */
export const CSV_ANSWER_HEADER = csvLine([
  'id', 'result', 'reason', 'explanation',
  'zone', 'kind', 'name', 'version', 'measures', 'since', 'earliest_lift', 'review_by', 'overdue', 'rule_pack', 'authority',
  'others', 'certainty', 'match', 'lng', 'lat', 'scope', 'at', 'seq', 'as_of',
])
const NO_ZONE = ','.repeat(10)

const kept = new WeakMap<LiveZone, Map<string, string>>()

/** A finding as one CSV line without its end. */
export function csvAnswer(context: CheckContext, finding: Finding, id: string | undefined): string {
  const { result, reason = null, explanation = null, zones, address } = finding
  const [zone, ...others] = zones
  const { match = null, certainty = null } = address ?? {}
  const place = csvLine([
    others.map((other) => other.id).join(' '), certainty, match?.text ?? null, match?.lng ?? null, match?.lat ?? null,
  ])
  const { scope, at, data } = context
  return [
    csvLine([id ?? null, result, reason, explanation]),
    zone === undefined ? NO_ZONE : zoneFields(zone, context, wasOverdue(zone, context, context.atMs)),
    place,
    csvLine([scope, at, data.seq, data.as_of]),
  ].join(',')
}

function zoneFields(zone: LiveZone, { lang, packTitle }: CheckContext, overdue: boolean): string {
  let texts = kept.get(zone)
  if (texts === undefined) kept.set(zone, (texts = new Map()))
  const key = overdue ? `${lang} overdue` : lang
  let text = texts.get(key)
  if (text === undefined) {
    const said = toAnsweringZone(zone, lang, overdue, packTitle)
    text = csvLine([
      said.id, said.kind, said.name, said.version, said.measures.join('; '), said.since, said.earliest_lift,
      said.review_by, said.overdue, said.rule_pack, said.authority,
    ])
    texts.set(key, text)
  }
  return text
}
