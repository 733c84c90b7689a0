import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStreamParser, type StreamMessage } from '../../../client/api/sse-parser.ts'

const parse = (chunks: string[]): StreamMessage[] => {
  const messages: StreamMessage[] = []
  const feed = createStreamParser((message) => messages.push(message))
  for (const chunk of chunks) feed(chunk)
  return messages
}

const STREAM = ': seq 1 as_of 2026-01-01T00:00:00Z\n\nid: 7\nevent: zones\ndata: {"seq":7}\n\ndata: one\ndata: two\n\nid: 9\r\nevent: reset\r\ndata:bare\r\n\r\n'

describe('createStreamParser', () => {
  it('gives messages with id, event and data, and keeps the last id', () => {
    expect(parse([STREAM])).toEqual([
      { id: '7', event: 'zones', data: '{"seq":7}' },
      { id: '7', event: 'message', data: 'one\ntwo' },
      { id: '9', event: 'reset', data: 'bare' },
    ])
  })

  it('gives the same messages however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), STREAM.length]
        const chunks = at.slice(1).map((end, i) => STREAM.slice(at[i], end))
        expect(parse(chunks)).toEqual(parse([STREAM]))
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('gives nothing for comments and for a message that is not finished', () => {
    expect(parse([': beat\n\n', 'id: 3\nevent: zones\ndata: x\n'])).toEqual([])
  })
})
