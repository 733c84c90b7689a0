import { request as httpRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckAnswer } from '#shared/schema/check.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ELSEWHERE, eventually, inside, loadGround, publish } from './live-fixture.ts'
import { restOf, TOWNSHIPS, units, village } from './zones-fixture.ts'

describe('a stream of checks', () => {
  let api: TestApi
  let port: number
  let sealed: string
  const before = new Date().toISOString()
  beforeAll(async () => {
    api = await openTestApi('server', async (store) => {
      await loadGround(store)
      await publish(store, 'precaution', restOf(TOWNSHIPS[0]), { name: '防范区,"甲"', name_en: '=HYPERLINK("x")' })
      sealed = await publish(store, 'sealed', units(village(0, 1, 1)))
      await publish(store, 'sealed', units(village(0, 0, 3)), { audience: 'internal' })
    })
    await eventually(() => api.live.addresses() !== null)
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    port = (api.app.server.address() as AddressInfo).port
  })
  afterAll(() => api.close())

  const post = (type: string, body: string | Readable, query = 'lang=en', headers = {}): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, method: 'POST', path: `/api/check?${query}`, headers: { 'content-type': type, ...headers } }
      const request = httpRequest(options, resolve).on('error', reject)
      Readable.from(typeof body === 'string' ? [body] : body).pipe(request)
    })
  const ndjson = async (body: string | Readable, query?: string, headers?: object) => {
    const response = await post('application/x-ndjson', body, query, headers)
    expect(response).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } })
    return (await text(response)).trimEnd().split('\n').map((line) => JSON.parse(line) as CheckAnswer)
  }
  const csv = async (body: string, query?: string) => {
    const response = await post('text/csv', body, query)
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8')
    return parse(await text(response), { bom: true, columns: true }) as Record<string, string>[]
  }
  const [lng, lat] = inside(1, 1)

  it('answers NDJSON line by line, in order, with the answers that a batch gives', async () => {
    const items = [
      { id: 'a', lng, lat },
      { address: '迎宾路14号' },
      { id: 3, lng: ELSEWHERE[0], lat: ELSEWHERE[1] },
      { id: 4, lng: 'x', lat },
      { id: 5, lng: 109.56, lat: 34.51 },
      { address: '无此路99号' },
    ]
    const answers = await ndjson(items.map((item) => JSON.stringify(item)).join('\n'))
    const batch = await api.app.inject({ method: 'POST', url: '/api/check', payload: { items, lang: 'en' } })
    const settled = (all: CheckAnswer[]) => all.map(({ at: _, data: { seq }, ...answer }) => ({ ...answer, seq }))
    expect(settled(answers)).toEqual(settled(batch.json<{ answers: CheckAnswer[] }>().answers))
    expect(answers[0]?.zone?.id).toBe(sealed)
  })

  it('says of a bad line in its place what is wrong with it, and goes on', async () => {
    const long = `{"id":7,"address":"${'x'.repeat(20_000)}"}`
    const lines = [`\ufeff{"id":1,"lng":${lng},"lat":${lat}}\r`, '{"id":2,', 'null', '', '[]', long, '"text"', `{"id":9,"lng":${lng},"lat":${lat}}`]
    const answers = await ndjson(lines.join('\n'))
    expect(answers.map(({ id, result, reason }) => [id, result, reason])).toEqual([
      [1, 'in_zone', undefined],
      [undefined, 'unknown', 'bad_line'],
      [undefined, 'unknown', 'not_a_place'],
      [undefined, 'unknown', 'not_a_place'],
      [undefined, 'unknown', 'bad_line'],
      [undefined, 'unknown', 'not_a_place'],
      [9, 'in_zone', undefined],
    ])
    expect(answers[1]?.explanation).toMatch(/cannot be read/)
    expect((await ndjson('{', 'lang=zh'))[0]?.explanation).toMatch(/无法读取/)
  })

  it('joins lines and characters that arrive in pieces', async () => {
    const bytes = Buffer.from(`{"id":"东","address":"迎宾路14号"}\n{"id":"西","lng":${lng},"lat":${lat}}`)
    const answers = await ndjson(Readable.from([...bytes].map((byte) => Buffer.of(byte))))
    expect(answers.map(({ id, result }) => [id, result])).toEqual([['东', 'in_zone'], ['西', 'in_zone']])
  })

  it('answers CSV with CSV: quotes, formulas and lines of the wrong length in their place', async () => {
    const body = [
      'Note,ID,lat,LNG,address',
      `a,1,${lat},${lng},`,
      'b,2,,,"迎宾路14号"',
      'c,3,1',
      'd,4,"1,2,3,',
      `"e, quoted",=5,${lat},x,`,
      `f,-6,${lat},${lng},`,
    ].join('\r\n')
    const rows = await csv(body)
    expect(rows.map(({ id, result, reason, kind, zone }) => [id, result, reason, kind, zone === sealed])).toEqual([
      ['1', 'in_zone', '', 'sealed', true],
      ['2', 'in_zone', '', 'precaution', false],
      ['', 'unknown', 'bad_line', '', false],
      ['', 'unknown', 'bad_line', '', false],
      ["'=5", 'unknown', 'not_a_place', '', false],
      ['-6', 'in_zone', '', 'sealed', true],
    ])
    expect(rows[1]).toMatchObject({ name: `'=HYPERLINK("x")`, match: '14 Yingbin Road', scope: 'public' })
    expect((await csv(body, 'lang=zh'))[1]).toMatchObject({ name: '防范区,"甲"', measures: '足不出户、服务上门' })
  })

  it('refuses a CSV without a column of places, in both languages, before it answers anything', async () => {
    for (const [lang, title] of [['en', 'The CSV header cannot be used'], ['zh', 'CSV 表头有误']]) {
      const response = await post('text/csv; charset=utf-8', 'x,y\n1,2\n', `lang=${lang}`)
      expect(response.statusCode).toBe(422)
      expect(JSON.parse(await text(response))).toMatchObject({ code: 'csv_header', title, detail: expect.stringContaining('x,y') })
    }
    expect((await post('text/csv', '')).statusCode).toBe(422)
    expect((await post('text/plain', 'x')).statusCode).toBe(415)
    expect((await post('application/x-ndjson', '{}', 'crs=mars')).statusCode).toBe(400)
  })

  it('keeps internal zones from the public, and answers for the past', async () => {
    const [x, y] = inside(0, 3)
    const line = JSON.stringify({ lng: x, lat: y })
    expect((await ndjson(line))[0]).toMatchObject({ result: 'not_in_zone', scope: 'public' })
    const headers = await api.signIn(['viewer'])
    expect((await ndjson(line, 'lang=en', headers))[0]).toMatchObject({ zone: { kind: 'sealed' }, scope: 'all' })
    expect((await ndjson(line, `at=${before}`))[0]).toMatchObject({ result: 'not_in_zone', at: before })
  })

  it('reads no faster than its answers are taken', async () => {
    let sent = 0
    const line = `${JSON.stringify({ lng, lat })}\n`
    const endless = new Readable({
      read() {
        sent += 1
        this.push(line.repeat(1_000))
      },
    })
    const response = await post('application/x-ndjson', endless)
    response.pause()
    await eventually(async () => {
      const earlier = sent
      await new Promise((resolve) => setTimeout(resolve, 500))
      return sent === earlier
    })
    const stood = sent
    expect(stood).toBeLessThan(2_000)
    response.resume()
    await eventually(() => sent > 2 * stood)
    response.destroy()
    endless.destroy()
    expect((await ndjson(line))[0]?.result).toBe('in_zone')
  })

  it('is described in the API document', async () => {
    const { paths } = (await api.app.inject('/openapi.json')).json<{ paths: Record<string, Record<string, { requestBody: { content: object }; responses: Record<string, { content: object }> }>> }>()
    const operation = paths['/api/check']?.['post']
    const types = ['application/json', 'application/x-ndjson', 'text/csv']
    expect(Object.keys(operation?.requestBody.content ?? {})).toEqual(types)
    expect(Object.keys(operation?.responses['200']?.content ?? {})).toEqual(types)
  })
})
