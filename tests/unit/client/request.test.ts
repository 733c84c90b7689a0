import { describe, expect, it } from 'vitest'
import { createRequest } from '../../../client/api/request.ts'
import { createSendOnce } from '../../../client/api/send-once.ts'

const answering = (response: Response | Error) => {
  const seen: Request[] = []
  const request = createRequest(async (input, init) => {
    seen.push(new Request(new URL(String(input), 'http://sanqu.test'), init))
    if (response instanceof Error) throw response
    return response
  }, () => 'en', createSendOnce([]))
  return { request, seen }
}

describe('a change whose answer is lost', () => {
  const breaking = (breaks: number) => {
    const keys: (string | null)[] = []
    const request = createRequest(async (_, init) => {
      keys.push(new Headers(init?.headers).get('idempotency-key'))
      if (keys.length <= breaks) throw new TypeError('fetch failed')
      return new Response('{}')
    }, () => 'en', createSendOnce([1, 1]))
    return { request, keys }
  }

  it('is sent again with the same key, and the next change with another', async () => {
    const { request, keys } = breaking(2)
    expect(await request('POST', '/api/x', { body: { b: 1 } })).toMatchObject({ ok: true })
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys).toEqual([keys[0], keys[0], keys[0]])
    await request('POST', '/api/x', { body: { b: 1 } })
    expect(keys[3]).not.toBe(keys[0])
  })

  it('keeps its key when the reader sends the very same again after nobody answered', async () => {
    const { request, keys } = breaking(4)
    expect(await request('POST', '/api/x', { body: { b: 1 } })).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
    await request('POST', '/api/x', { body: { b: 2 } })
    await request('POST', '/api/x', { body: { b: 1 } })
    expect(keys.map((key) => key === keys[0])).toEqual([true, true, true, false, false, true])
  })

  it('is another thing than a question: that is asked once, without a key', async () => {
    const { request, keys } = breaking(1)
    await request('GET', '/api/x')
    await request('POST', '/api/preview', { body: {}, signal: new AbortController().signal })
    expect(keys).toEqual([null, null])
  })
})

describe('createRequest', () => {
  it('sends language, tag and body, and gives value and tag', async () => {
    const { request, seen } = answering(new Response('{"a":1}', { headers: { etag: '"x.2"', date: 'Sat, 21 Nov 2026 10:00:00 GMT' } }))
    const answer = await request('PUT', '/api/x', { body: { b: 2 }, ifMatch: '"x.1"', query: { q: '文 昌', none: undefined } })
    expect(answer).toEqual({ ok: true, value: { a: 1 }, etag: '"x.2"', date: new Date('2026-11-21T10:00:00Z') })
    expect(seen[0]!.headers.get('accept-language')).toBe('en')
    expect(seen[0]!.headers.get('if-match')).toBe('"x.1"')
    expect(await seen[0]!.json()).toEqual({ b: 2 })
    expect(new URL(seen[0]!.url).searchParams.get('q')).toBe('文 昌')
    expect(new URL(seen[0]!.url).searchParams.has('none')).toBe(false)
  })

  it('gives a refusal as a value, with the server’s words', async () => {
    const problem = { type: '/problems/not_found', status: 404, code: 'not_found', title: 'Not found' }
    const { request } = answering(new Response(JSON.stringify(problem), { status: 404 }))
    expect(await request('GET', '/api/x')).toEqual({ ok: false, status: 404, problem })
  })

  it('gives an empty answer as null, and a server that is away or speaks gibberish as a problem', async () => {
    expect(await answering(new Response(null, { status: 204 })).request('GET', '/')).toMatchObject({ ok: true, value: null })
    expect(await answering(new TypeError('fetch failed')).request('GET', '/')).toMatchObject({ ok: false, status: 0, problem: { code: 'unreachable' } })
    expect(await answering(new Response('<html>', { status: 502 })).request('GET', '/')).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
  })
})
