import { get as httpGet, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { appendEvent } from '../../server/store/events.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { caughtUp, eventually, loadGround, publish } from './live-fixture.ts'
import { units, village } from './zones-fixture.ts'

type Message = { id: string | undefined; event: string | undefined; data: string | undefined }
type Stream = {
  messages: Message[]
  comments: string[]
  response: IncomingMessage
  ended: () => boolean
  close(): void
}

describe.each(ENGINES)('the event stream on the %s engine', (engine) => {
  let api: TestApi
  let port: number
  beforeAll(async () => {
    api = await openTestApi(engine, loadGround)
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    port = (api.app.server.address() as AddressInfo).port
  })
  afterAll(() => api.close())

  const open = (path = '/api/events', headers: Record<string, string> = {}): Promise<Stream> =>
    new Promise((resolve, reject) => {
      const request = httpGet(
        { host: '127.0.0.1', port, path, headers: { accept: 'text/event-stream', ...headers } },
        (response) => {
          const stream: Stream = {
            messages: [],
            comments: [],
            response,
            ended: () => response.closed,
            close: () => request.destroy(),
          }
          let text = ''
          response
            .setEncoding('utf8')
            .on('error', () => {})
            .on('data', (part: string) => {
              text += part
              for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
                take(stream, text.slice(0, end))
                text = text.slice(end + 2)
              }
            })
          resolve(stream)
        },
      )
      request.on('error', reject)
    })

  function take({ messages, comments }: Stream, block: string): void {
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2)
    comments.push(...block.split('\n').filter((line) => line.startsWith(':')))
    if (field('data') !== undefined) messages.push({ id: field('id'), event: field('event'), data: field('data') })
  }

  const note = (subject: string, isPublic = true) =>
    inTransaction(api.store, (trx) =>
      appendEvent(trx, {
        noun: 'tests',
        verb: 'noted',
        subject,
        actor: 'secret post',
        public: isPublic,
        payload: { secret: 1 },
      }),
    )
  const subjects = (stream: Stream) =>
    stream.messages.map(({ data }) => (JSON.parse(data!) as { subject?: string }).subject)

  it('opens at once, with the right headers, and says how old the picture is', async () => {
    const stream = await open()
    expect(stream.response.statusCode).toBe(200)
    expect(stream.response.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
    expect(stream.response.headers['content-security-policy']).toBeDefined()
    await eventually(() => stream.comments.some((line) => /^: seq \d+ as_of \d{4}-.*Z$/.test(line)))
    stream.close()
  })

  it('tells of a change as it is applied, and of nothing but what everybody may know', async () => {
    const stream = await open()
    const zone = await publish(api.store, 'sealed', units(village(0, 1, 1)))
    await caughtUp(api.live, api.store)
    await eventually(() => stream.messages.length > 0)
    const [message] = stream.messages
    expect(message).toMatchObject({ id: String(api.live.seq()), event: 'zones' })
    expect(Object.keys(JSON.parse(message!.data!) as object).sort()).toEqual(['at', 'noun', 'seq', 'subject', 'verb'])
    expect(subjects(stream)).toEqual([zone]) // the draft before it was internal
    stream.close()
  })

  it('resumes after the last id with nothing missed, also while events pour in', async () => {
    const from = api.live.seq()
    for (let i = 0; i < 20; i++) await note(`missed ${i}`)
    await caughtUp(api.live, api.store)
    const pouring = (async () => {
      for (let i = 0; i < 20; i++) await note(`later ${i}`)
    })()
    const streams = await Promise.all([
      open('/api/events', { 'last-event-id': String(from) }),
      open(`/api/events?after=${from}`),
    ])
    await pouring
    const expected = [...Array(20).keys()]
      .map((i) => `missed ${i}`)
      .concat([...Array(20).keys()].map((i) => `later ${i}`))
    for (const stream of streams) {
      await eventually(() => stream.messages.length >= 40)
      expect(subjects(stream)).toEqual(expected)
      expect(stream.messages.map(({ id }) => Number(id))).toEqual(Array.from({ length: 40 }, (_, i) => from + 1 + i))
      stream.close()
    }
  })

  it.each([['-1'], ['99999999'], ['1e3'], ['zones'], ['9'.repeat(30)], ['x'.repeat(10_000)]])(
    'F30: resets a reader whose id is from the future, of another log or garbage: %.30s',
    async (id) => {
      const stream = await open('/api/events', { 'last-event-id': id })
      await eventually(() => stream.messages.length > 0)
      expect(stream.messages[0]).toEqual({
        id: String(api.live.seq()),
        event: 'reset',
        data: JSON.stringify({ seq: api.live.seq() }),
      })
      await note('after the reset')
      await eventually(() => subjects(stream).includes('after the reset'))
      stream.close()
    },
  )

  it('gives internal events to a signed-in post only', async () => {
    const headers = await api.signIn(['viewer'])
    const [anonymous, signedIn] = await Promise.all([open(), open('/api/events', headers)])
    await note('internal', false)
    await note('public')
    await eventually(() => subjects(anonymous).includes('public') && subjects(signedIn).includes('public'))
    expect(subjects(signedIn).slice(-2)).toEqual(['internal', 'public'])
    expect(subjects(anonymous)).not.toContain('internal')
    anonymous.close()
    signedIn.close()
  })

  it('ends the stream of a post that signed out', async () => {
    const headers = await api.signIn(['viewer'])
    const stream = await open('/api/events', headers)
    await api.app.inject({ method: 'DELETE', url: '/api/session', headers })
    await eventually(stream.ended)
  })

  it('F32: cuts a reader that takes nothing, and goes on serving the others', async () => {
    const stuck = await open()
    stuck.response.removeAllListeners('data').pause()
    const reader = await open()
    const big = 'x'.repeat(200_000)
    const socketsOpen = () =>
      new Promise<number>((resolve) => api.app.server.getConnections((_, count) => resolve(count)))
    const before = await socketsOpen()
    await eventually(async () => {
      await note(big)
      return (await socketsOpen()) < before
    })
    await note('still here')
    await eventually(() => subjects(reader).includes('still here'))
    reader.close()
    stuck.close()
  })

  it('F32: gives a stuck reader that was cut off everything it missed when it comes again', async () => {
    const stuck = await open()
    const from = api.live.seq()
    await note('seen')
    await eventually(() => subjects(stuck).includes('seen'))
    stuck.response.pause()
    const reader = await open()
    const closed = new Promise((resolve) => stuck.response.once('close', resolve))
    let sent = 0
    const cut = eventually(async () => {
      await note(`${(sent += 1)} ${'x'.repeat(200_000)}`)
      const connections = await new Promise<number>((resolve) => api.app.server.getConnections((_, n) => resolve(n)))
      return connections < 2
    })
    await cut
    stuck.response.resume()
    await closed
    const lastSeen = stuck.messages.at(-1)?.id ?? String(from)
    const again = await open('/api/events', { 'last-event-id': lastSeen })
    await note('after')
    await eventually(() => subjects(again).includes('after') && subjects(reader).includes('after'))
    const ids = [...stuck.messages, ...again.messages].map(({ id }) => Number(id))
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, i) => from + 1 + i))
    expect(subjects(reader)).toHaveLength(sent + 1)
    reader.close()
    again.close()
  })

  it('F34: gives a hundred readers the same changes in the same order, while checks go on', async () => {
    const streams = await Promise.all(Array.from({ length: 100 }, () => open()))
    const from = api.live.seq()
    for (let i = 0; i < 5; i++) await note(`to all ${i}`)
    await eventually(() => streams.every((stream) => stream.messages.length === 5))
    for (const stream of streams) {
      expect(stream.messages.map(({ id }) => Number(id))).toEqual([1, 2, 3, 4, 5].map((i) => from + i))
      stream.close()
    }
  })

  it('F08: lets the server close with streams open', async () => {
    const other = await openTestApi(engine)
    await other.app.listen({ host: '127.0.0.1', port: 0 })
    const previous = port
    port = (other.app.server.address() as AddressInfo).port
    const stream = await open()
    port = previous
    await other.close()
    await eventually(stream.ended)
  })
})
