import { randomUUID } from 'node:crypto'
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastEventSeq } from '../../server/store/events.ts'
import { deleteOldKeys } from '../../server/store/idempotency.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { rounds } from '../support/rounds.ts'
import { writeRoutes, type WriteRoute } from '../support/write-routes.ts'
import { inside, loadGround, publish } from './live-fixture.ts'
import { content, drawn, block, units, village } from './zones-fixture.ts'
import { WRITES } from './write-requests.ts'

const point = { type: 'Point', coordinates: inside(1, 1) }
const TWICE = rounds(500, 20)
const SITE = { place: '某地', on_date: '2022-03-15', cases: 1, geometry: point }

describe.each(ENGINES)('Idempotency-Key on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  let routes: WriteRoute[]
  beforeAll(async () => {
    api = await openTestApi(engine, loadGround)
    await api.app.ready()
    routes = writeRoutes(api.app)
    planner = await api.signIn(['drafter', 'publisher', 'reviewer', 'administrator'])
  })
  afterAll(() => api.close())

  const send = (request: InjectOptions, key?: string, headers: object = planner): Promise<Response> =>
    api.app.inject({ ...request, headers: { ...headers, ...request.headers, ...(key === undefined ? {} : { 'idempotency-key': key }) } })
  const addSite = (key: string, more: object = {}, headers: object = planner) =>
    send({ method: 'POST', url: '/api/sites', payload: { ...SITE, ...more } }, key, headers)
  const answer = ({ statusCode, headers, body }: Response) => ({ statusCode, etag: headers.etag, location: headers.location, type: headers['content-type'], body })

  it('F25: gives the same answer and changes nothing again, on every route that writes', async () => {
    const seen: string[] = []
    for (const [route, prepare] of Object.entries(WRITES)) {
      const request = await prepare({ api, send })
      const key = randomUUID()
      const first = await send(request, key)
      expect(first.statusCode, `${route}: ${first.body}`).toBeLessThan(300)
      const head = await lastEventSeq(api.store.db)
      const again = await send(request, key)
      expect(answer(again), route).toEqual(answer(first))
      expect(await lastEventSeq(api.store.db), route).toBe(head)
      seen.push(route)
    }
    expect(seen.sort()).toEqual(routes.map(({ method, url }) => `${method} ${url}`).sort())
  }, 240_000)

  it('F25: makes one change of requests sent twice at once', async () => {
    const head = await lastEventSeq(api.store.db)
    for (let round = 0; round < TWICE; round++) {
      const key = randomUUID()
      const [one, two, three] = await Promise.all([addSite(key), addSite(key), addSite(key)])
      expect(one.statusCode).toBe(201)
      expect(answer(two)).toEqual(answer(one))
      expect(answer(three)).toEqual(answer(one))
    }
    expect(await lastEventSeq(api.store.db)).toBe(head + TWICE)
    // the second of two saves of one draft fails at what the first changed, and still gets the first one's answer
    const made = await send({ method: 'POST', url: '/api/zones', payload: { kind: 'sealed', content: content(drawn(block(0, 0, 1, 1))) } })
    let { etag } = made.headers
    for (let round = 0; round < 5; round++) {
      const payload = content(drawn(block(0, 0, 1, 1)), { name: `第 ${round} 次` })
      const save: InjectOptions = { method: 'PUT', url: String(made.headers.location), payload, headers: { 'if-match': String(etag) } }
      const key = randomUUID()
      const [one, two] = await Promise.all([send(save, key), send(save, key)])
      expect(one.statusCode).toBe(200)
      expect(answer(two)).toEqual(answer(one))
      etag = one.headers.etag
    }
  })

  it('F26: refuses a key that came with another body, user, route or version, and tells nothing', async () => {
    const key = randomUUID()
    const first = await addSite(key)
    expect(first.statusCode).toBe(201)
    const other = await api.signIn(['drafter'])
    const zone = await publish(api.store, 'sealed', units(village(1, 0, 0)))
    const head = await lastEventSeq(api.store.db)
    const refused = [
      await addSite(key, { cases: 2 }),
      await addSite(key, {}, other),
      await send({ method: 'POST', url: `/api/zones/${zone}/draft` }, key),
      await send({ method: 'DELETE', url: `/api/sites/${first.json<{ id: number }>().id}`, headers: { 'if-match': '"s1.1"' } }, key),
    ]
    for (const response of refused) {
      expect(response.statusCode).toBe(422)
      expect(response.json()).toMatchObject({ code: 'idempotency_key_reused' })
      expect(response.body).not.toContain('某地')
    }
    expect((await addSite(key, {}, {})).statusCode).toBe(401)
    expect(await lastEventSeq(api.store.db)).toBe(head)
  })

  it('keeps nothing of a request that failed: it may be sent again', async () => {
    const key = randomUUID()
    const gone = await send({ method: 'DELETE', url: '/api/sites/999999', headers: { 'if-match': '"s999999.1"' } }, key)
    expect(gone.statusCode).toBe(404)
    expect((await addSite(key)).statusCode).toBe(201)
  })

  it.each([['short'], ['x'.repeat(256)], ['with a space in it'], ['键键键键键键键键']])('refuses a key that is none: %#', async (key) => {
    const response = await addSite(Buffer.from(key).toString('latin1'))
    expect(response.json()).toMatchObject({ status: 422, code: 'idempotency_key_unusable' })
  })

  it('forgets keys after so many days', async () => {
    const key = randomUUID()
    await addSite(key)
    await deleteOldKeys(api.store.db, 1)
    expect((await addSite(key, { cases: 3 })).statusCode).toBe(422)
    await api.store.db.updateTable('idempotency_keys').set({ created_at: new Date(Date.now() - 86_400_000 * 1.1).toISOString() }).execute()
    await deleteOldKeys(api.store.db, 1)
    expect((await addSite(key, { cases: 3 })).statusCode).toBe(201)
  })
})
