import type { CheckContext } from './check-context.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { Finding } from './finding.ts'
import { answerText } from './answer-text.ts'
import { answeringZoneText, coveringZoneText } from './zone-text.ts'

const encode = (text: string): Buffer => Buffer.from(text)
const IN_ZONE = encode('"result":"in_zone","zone":')
const OTHERS = encode(',"others":[')
const ID = encode('{"id":')
const [OPEN, CLOSE, COMMA] = [encode('{'), encode('],'), encode(',')]

/** Writes answers of one request as `answerText` does, as bytes: those of a zone are encoded once for a request. */
export function answerBytes(context: CheckContext, writer: ByteWriter): (finding: Finding, idText: string | undefined) => void {
  const { lang, atMs } = context
  const answering = remembering<Finding['zones'][number]>((zone) => encode(answeringZoneText(zone, lang, atMs)))
  const covering = remembering<Finding['zones'][number]>((zone) => encode(coveringZoneText(zone, lang)))
  // what follows the id of findings that are made once (check-point.ts)
  const plain = remembering<Finding>((finding) => encode(answerText(context, finding).slice(1)))
  const tail = encode(context.tail)
  return (finding, idText) => {
    const { zones, address, explanation } = finding
    if (address !== undefined || (explanation !== undefined && zones.length > 0)) return writer.text(answerText(context, finding, idText))
    if (idText === undefined) writer.bytes(OPEN)
    else {
      writer.bytes(ID)
      writer.text(idText)
      writer.bytes(COMMA)
    }
    if (zones.length === 0) return writer.bytes(plain(finding))
    writer.bytes(IN_ZONE)
    writer.bytes(answering(zones[0]!))
    writer.bytes(OTHERS)
    for (let i = 1; i < zones.length; i++) {
      if (i > 1) writer.bytes(COMMA)
      writer.bytes(covering(zones[i]!))
    }
    writer.bytes(CLOSE)
    writer.bytes(tail)
  }
}

function remembering<K extends object>(make: (key: K) => Buffer): (key: K) => Buffer {
  const made = new Map<K, Buffer>()
  return (key) => {
    let bytes = made.get(key)
    if (bytes === undefined) made.set(key, (bytes = make(key)))
    return bytes
  }
}
