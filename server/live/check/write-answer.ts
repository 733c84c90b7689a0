import type { CheckContext } from './check-context.ts'
import type { Finding } from './finding.ts'
import { octetsOf, type Octets } from './octets.ts'
import { answeringZoneOctets, coveringZoneOctets } from './zone-octets.ts'

// what findings without a zone begin with; those made once are written once
const beginnings = new WeakMap<Finding, Octets>()

/**
 * A finding as the JSON of a CheckAnswer in UTF-8, put together from parts made once for each zone and language:
 * writing and encoding it anew for every answer took most of the time of a check.
 * @param idText the caller's own id of the item as JSON text
 */
export function answerOctets(context: CheckContext, finding: Finding, idText?: string): Octets {
  const id = idText === undefined ? '' : `"id":${octetsOf(idText)},`
  const found = finding.zones.length > 0 ? inZones(context, finding) : withoutZone(finding)
  const address = finding.address === undefined ? '' : `"address":${octetsOf(JSON.stringify(finding.address))},`
  return '{' + id + found + address + context.tail
}

function inZones(context: CheckContext, { zones, explanation }: Finding): Octets {
  let octets = explanation === undefined ? '' : `"explanation":${octetsOf(JSON.stringify(explanation))},`
  octets += answeringZoneOctets(zones[0]!, context, context.atMs)
  for (let i = 1; i < zones.length; i++) {
    if (i > 1) octets += ','
    octets += coveringZoneOctets(zones[i]!, context)
  }
  return octets + '],'
}

function withoutZone(finding: Finding): Octets {
  let octets = beginnings.get(finding)
  if (octets === undefined) {
    const { result, reason, explanation } = finding
    octets = octetsOf(`${JSON.stringify({ result, reason, explanation, zone: null, others: [] }).slice(1, -1)},`)
    beginnings.set(finding, octets)
  }
  return octets
}
