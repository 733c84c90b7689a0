import type { ByteWriter } from './byte-writer.ts'
import { createByteWriter } from './byte-writer.ts'
import type { CheckContext } from './check-context.ts'
import type { Finding } from './finding.ts'
import { answeringZoneBytes, coveringZoneBytes } from './zone-bytes.ts'

const USUAL_BYTES = 1024
const [COMMA, OPEN, CLOSE_LIST] = [0x2c, 0x7b, 0x5d] as const // in ASCII

// what findings without a zone begin with; those made once are written once
const beginnings = new WeakMap<Finding, Buffer>()

/**
 * Writes a finding as the JSON of a CheckAnswer in UTF-8, put together from bytes made once for each zone and language:
 * writing and encoding it anew for every answer took most of the time of a check.
 * @param idText the caller's own id of the item as JSON text
 */
export function writeAnswer(writer: ByteWriter, context: CheckContext, finding: Finding, idText?: string): void {
  writer.byte(OPEN)
  if (idText !== undefined) writer.text(`"id":${idText},`)
  if (finding.zones.length > 0) writeZones(writer, context, finding)
  else writer.bytes(withoutZone(finding))
  if (finding.address !== undefined) writer.text(`"address":${JSON.stringify(finding.address)},`)
  writer.bytes(context.tail)
}

/** One answer by itself. */
export function answerBytes(context: CheckContext, finding: Finding): Buffer {
  const writer = createByteWriter(USUAL_BYTES)
  writeAnswer(writer, context, finding)
  return writer.done()
}

function writeZones(writer: ByteWriter, context: CheckContext, { zones, explanation }: Finding): void {
  if (explanation !== undefined) writer.text(`"explanation":${JSON.stringify(explanation)},`)
  writer.bytes(answeringZoneBytes(zones[0]!, context, context.atMs))
  for (let i = 1; i < zones.length; i++) {
    if (i > 1) writer.byte(COMMA)
    writer.bytes(coveringZoneBytes(zones[i]!, context))
  }
  writer.byte(CLOSE_LIST)
  writer.byte(COMMA)
}

function withoutZone(finding: Finding): Buffer {
  let bytes = beginnings.get(finding)
  if (bytes === undefined) {
    const { result, reason, explanation } = finding
    bytes = Buffer.from(`${JSON.stringify({ result, reason, explanation, zone: null, others: [] }).slice(1, -1)},`)
    beginnings.set(finding, bytes)
  }
  return bytes
}
