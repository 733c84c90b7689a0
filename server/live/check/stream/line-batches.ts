import { StringDecoder } from 'node:string_decoder'

/** A line longer than this is not kept, so that a body without line ends cannot fill the memory. Characters. */
export const MOST_LINE = 16_384
const MOST_LINES = 1_000

/** Lines of a text as it comes in; `null` stands for one that is too long to be kept. */
export type Lines = readonly (string | null)[]

/**
 * The lines of a UTF-8 stream, in batches as they arrive: without their ends (LF or CRLF), without a byte order mark,
 * and without those that are empty. Holds one line and one chunk at a time.
 */
export async function* lineBatches(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Lines> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let tooLong = false
  let atStart = true
  let batch: (string | null)[] = []
  const take = (line: string) => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    if (tooLong || text.length > MOST_LINE) batch.push(null)
    else if (text.trim() !== '') batch.push(text)
    tooLong = false
  }
  for await (const chunk of stream) {
    let text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    if (atStart && text !== '') {
      atStart = false
      if (text.startsWith('\ufeff')) text = text.slice(1)
    }
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      take(line)
      if (batch.length === MOST_LINES) {
        yield batch
        batch = []
      }
    }
    if (rest.length > MOST_LINE) {
      rest = ''
      tooLong = true
    }
    if (batch.length > 0) {
      yield batch
      batch = []
    }
  }
  take(rest + decoder.end())
  if (batch.length > 0) yield batch
}
