import type { CheckContext } from './check-context.ts'
import type { Finding } from './finding.ts'
import { answeringZoneText, coveringZoneText } from './zone-text.ts'

// what findings without a zone begin with; those made once are written once
const beginnings = new WeakMap<Finding, string>()

/**
 * A finding as the JSON text of a CheckAnswer, put together from texts made once for each zone and language: writing
 * it anew for every answer took most of the time of a check.
 * @param idText the caller's own id of the item as JSON text
 */
export function answerText(context: CheckContext, finding: Finding, idText?: string): string {
  const start = idText === undefined ? '{' : `{"id":${idText},`
  const address = finding.address === undefined ? '' : `"address":${JSON.stringify(finding.address)},`
  return `${start}${finding.zones.length > 0 ? inZone(context, finding) : withoutZone(finding)}${address}${context.tail}`
}

function inZone({ lang, atMs }: CheckContext, { zones, explanation }: Finding): string {
  const said = explanation === undefined ? '' : `"explanation":${JSON.stringify(explanation)},`
  let others = ''
  for (let i = 1; i < zones.length; i++) others += (i > 1 ? ',' : '') + coveringZoneText(zones[i]!, lang)
  return `"result":"in_zone",${said}"zone":${answeringZoneText(zones[0]!, lang, atMs)},"others":[${others}],`
}

function withoutZone(finding: Finding): string {
  let text = beginnings.get(finding)
  if (text === undefined) {
    const { result, reason, explanation } = finding
    text = `${JSON.stringify({ result, reason, explanation, zone: null, others: [] }).slice(1, -1)},`
    beginnings.set(finding, text)
  }
  return text
}
