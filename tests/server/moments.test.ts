import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { caughtUp, inside, lift, loadGround, publish } from './live-fixture.ts'
import { LIFT, units, village } from './zones-fixture.ts'

type Answer = { status: number; body: Record<string, unknown>; headers: Record<string, string | undefined> }

describe.each(ENGINES)('any moment, as it was known at any other, on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  let sealed: string
  let internal: string
  /** between the changes */
  const when: Record<string, string> = {}
  const mark = async (name: string) => {
    const { rows } = await sql<{ at: string }>`select date_trunc('milliseconds', clock_timestamp()) as at`.execute(api.store.db)
    when[name] = rows[0]!.at
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const get = async (url: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await api.app.inject({ url, headers })
    return { status: response.statusCode, body: response.body === '' ? {} : response.json(), headers: response.headers as Answer['headers'] }
  }
  const q = (at?: string, knownAt?: string) =>
    new URLSearchParams(Object.entries({ at, knownAt }).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString()
  const check = (at?: string, knownAt?: string, headers = {}) => get(`/api/check?lng=${inside(1, 1)[0]}&lat=${inside(1, 1)[1]}&${q(at, knownAt)}`, headers)
  const listed = async (at?: string, knownAt?: string, headers = {}, more = '') => {
    const { body } = await get(`/api/zones?${q(at, knownAt)}${more}`, headers)
    return (body['features'] as { id: string }[]).map((feature) => feature.id)
  }

  beforeAll(async () => {
    api = await openTestApi(engine, loadGround)
    planner = await api.signIn(['drafter', 'publisher'])
    await mark('before')
    sealed = await publish(api.store, 'sealed', units(village(0, 1, 1)))
    internal = await publish(api.store, 'controlled', units(village(0, 1, 1), village(0, 2, 1)), { audience: 'internal' })
    await mark('evening')
    await lift(api.store, sealed, 1)
    await mark('lifted')
    // the late entry: it had ended at `evening` already
    const response = await api.app.inject({
      method: 'POST', url: `/api/zones/${sealed}/corrections`, headers: { ...planner, 'if-match': `"${sealed}.1"` },
      payload: { version: 1, valid_from: (await api.app.inject({ url: `/api/zones/${sealed}`, headers: planner })).json().version_since, valid_to: when['evening'], ...LIFT },
    })
    expect(response.statusCode, response.body).toBe(201)
    await caughtUp(api.live, api.store)
    await mark('corrected')
  })
  afterAll(() => api.close())

  it('Consumers begged for history: what was in force at this place on that day', async () => {
    expect((await check(when['before'])).body).toMatchObject({ result: 'not_in_zone', at: when['before'] })
    const justBefore = new Date(Date.parse(when['evening']!) - 1).toISOString()
    expect((await check(justBefore)).body).toMatchObject({ result: 'in_zone', zone: { id: sealed } })
    expect((await check(when['lifted'])).body).toMatchObject({ result: 'not_in_zone' })
    expect((await check()).body).not.toHaveProperty('known_at')
  })

  it('says what was known then, and what is known now, of the same moment', async () => {
    expect((await check(when['evening'])).body).toMatchObject({ result: 'not_in_zone' })
    const then = await check(when['evening'], when['lifted'])
    expect(then.body).toMatchObject({ result: 'in_zone', zone: { id: sealed }, at: when['evening'], known_at: when['lifted'] })
    expect((await check(when['evening'], when['before'])).body).toMatchObject({ result: 'not_in_zone' })
    const many = await api.app.inject({
      method: 'POST', url: '/api/check', payload: { items: [{ lng: inside(1, 1)[0], lat: inside(1, 1)[1] }], at: when['evening'], knownAt: when['lifted'] },
    })
    expect(many.json().answers[0]).toMatchObject({ result: 'in_zone', zone: { id: sealed }, known_at: when['lifted'] })
  })

  it('lists the zones of that moment, for each audience its own', async () => {
    expect(await listed(when['before'])).toEqual([])
    expect(await listed(when['evening'], when['lifted'])).toEqual([sealed])
    expect(await listed(when['evening'])).toEqual([])
    expect(await listed(when['evening'], when['lifted'], planner, '&audience=all')).toEqual([sealed, internal])
    expect(await listed(when['evening'], when['lifted'], planner, `&audience=all&area=${village(0, 2, 1)}`)).toEqual([internal])
    const { body } = await get(`/api/zones?${q(when['evening'], when['lifted'])}`)
    expect(body).toMatchObject({ at: when['evening'], known_at: when['lifted'] })
    const numbers = (await get(`/api/status?${q(when['evening'], when['lifted'])}`)).body['zones']
    expect(numbers).toEqual([{ kind: 'sealed', zones: 1, people: expect.any(Number) }, { kind: 'controlled', zones: 0, people: 0 }, { kind: 'precaution', zones: 0, people: 0 }])
    expect((await get('/api/status')).body['zones']).toMatchObject([{ zones: 0 }, { zones: 0 }, { zones: 0 }])
  })

  it('gives one zone as it was, public or whole', async () => {
    expect((await get(`/api/zones/${sealed}`)).status).toBe(404)
    const known = await get(`/api/zones/${sealed}?${q(when['evening'], when['lifted'])}`)
    expect(known).toMatchObject({ status: 200, body: { id: sealed, version: 1, at: when['evening'] } })
    expect(known.body).not.toHaveProperty('reason')
    const whole = await get(`/api/zones/${sealed}?${q(when['evening'], when['lifted'])}`, planner)
    expect(whole.body).toMatchObject({ id: sealed, reason: '新增病例', state: 'lifted' })
    expect((await get(`/api/zones/${internal}?${q(when['evening'])}`)).status).toBe(404)
    expect(await get(`/api/zones/${sealed}?${q(when['lifted'])}`, planner)).toMatchObject({ status: 404, body: { code: 'not_in_force_then' } })
  })

  it('draws the tiles of that moment, and lets them be kept where nothing can be added', async () => {
    const url = `/tiles/zones/12/${Math.floor(((inside(1, 1)[0] + 180) / 360) * 4096)}/1630.mvt`
    const tile = async (query: string) => {
      const y = Math.floor(((1 - Math.asinh(Math.tan((inside(1, 1)[1] * Math.PI) / 180)) / Math.PI) / 2) * 4096)
      const response = await api.app.inject({ url: `${url.replace('1630', String(y))}?${query}` })
      const layer = response.rawPayload.length === 0 ? undefined : new VectorTile(new PbfReader(response.rawPayload)).layers['zones']
      return { ids: Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i).properties['id']), cache: response.headers['cache-control'] }
    }
    expect(await tile('')).toMatchObject({ ids: [] })
    expect(await tile(q(when['evening'], when['lifted']))).toEqual({ ids: [sealed], cache: 'public, no-cache' })
    expect(await tile(q(when['evening']))).toMatchObject({ ids: [] })
    expect(await tile(q('2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z'))).toEqual({ ids: [], cache: 'public, max-age=604800, immutable' })
  })

  it.each([
    [{ at: '2999-01-01T00:00:00Z' }, 'at_in_future'],
    [{ at: '2020-01-01T00:00:00Z', knownAt: '2999-01-01T00:00:00Z' }, 'known_at_in_future'],
    [{ at: '2016-12-31T23:59:60Z' }, 'bad_moment'],
  ])('refuses %j as %s', async (query, code) => {
    for (const path of ['/api/zones', '/api/status', `/api/zones/${sealed}`, '/tiles/zones/0/0/0.mvt', '/api/check']) {
      const answer = await get(`${path}?lng=109.5&lat=34.5&${q(query.at, (query as { knownAt?: string }).knownAt)}`)
      expect(answer, path).toMatchObject({ status: 422, body: { code } })
    }
  })

  it('says to a signed-in post that nothing is planned', async () => {
    expect(await check('2999-01-01T00:00:00Z', undefined, planner)).toMatchObject({ status: 422, body: { code: 'nothing_planned' } })
    expect(await check('2999-01-01T00:00:00Z', when['lifted'], planner)).toMatchObject({ status: 422, body: { code: 'known_at_with_planned' } })
  })
})
