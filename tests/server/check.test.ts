import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckAnswer } from '#shared/schema/check.ts'
import { ENGINES } from '../support/databases.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { caughtUp, ELSEWHERE, eventually, inside, lift, loadGround, publish } from './live-fixture.ts'
import { block, ring, TOWNSHIPS, restOf, units, village } from './zones-fixture.ts'

describe.each(ENGINES)('checks on the %s engine', (engine) => {
  let api: TestApi
  let sealed: string
  const times: Record<string, string> = {}
  beforeAll(async () => {
    api = await openTestApi(engine, async (store) => {
      await loadGround(store)
      times['before'] = new Date().toISOString()
      await publish(store, 'precaution', restOf(TOWNSHIPS[0]), {
        name: '防范区',
        name_en: 'Precaution',
        earliest_lift: '2030-04-01',
      })
      await publish(store, 'controlled', ring(village(0, 1, 1), village(0, 2, 1)), { name_en: 'Ring' })
      sealed = await publish(store, 'sealed', units(village(0, 1, 1)))
      await publish(store, 'sealed', units(village(0, 0, 3)), { audience: 'internal' })
    })
    await eventually(() => api.live.addresses() !== null)
  })
  afterAll(() => api.close())

  const ask = async (query: Record<string, string | number>, headers = {}) => {
    const response = await api.app.inject({
      url: '/api/check',
      query: Object.fromEntries(Object.entries(query).map(([k, v]) => [k, String(v)])),
      headers,
    })
    return { status: response.statusCode, body: response.json<CheckAnswer & { code: string; detail: string }>() }
  }
  const point = ([lng, lat]: [number, number]) => ({ lng, lat })

  it('names the strictest zone, its measures in the language asked for, and how old the answer is', async () => {
    const { status, body } = await ask({ ...point(inside(1, 1)), lang: 'en' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      result: 'in_zone',
      scope: 'public',
      zone: {
        id: sealed,
        kind: 'sealed',
        version: 1,
        measures: ['Nobody leaves home; services come to the door'],
        earliest_lift: null,
        overdue: false,
        earliest_lift_unknown_because: expect.stringContaining('Three zones 2021'),
        legal_basis: { number: '示防指〔2022〕1号' },
      },
      others: [],
      data: { seq: api.live.seq() },
    })
    expect(body.data.age_s).toBeCloseTo((Date.parse(body.at) - Date.parse(body.data.as_of)) / 1000, 2)
    expect((await ask(point(inside(1, 1)), { 'accept-language': 'zh' })).body.zone?.measures).toEqual([
      '足不出户、服务上门',
    ])
    expect((await ask({ ...point(inside(0, 0)), lang: 'en' })).body.zone).toMatchObject({
      name: 'Precaution',
      earliest_lift: '2030-04-01',
    })
  })

  it('F38: counts an edge as inside, and lists the other zones on it', async () => {
    const [lng, lat] = block(1, 1, 2, 2).coordinates[0]![1] as [number, number]
    const { body } = await ask(point([lng, lat]))
    expect(body.zone?.id).toBe(sealed)
    expect(body.others.map(({ kind }) => kind)).toEqual(['controlled', 'precaution'])
  })

  it('says "unknown" and not "not in a zone" of places it knows nothing of', async () => {
    expect((await ask({ ...point([109.56, 34.51]), lang: 'en' })).body).toMatchObject({
      result: 'not_in_zone',
      explanation: 'No published zone covers this place',
    })
    expect((await ask(point(ELSEWHERE))).body).toMatchObject({
      result: 'unknown',
      reason: 'outside_district',
      zone: null,
    })
    const lost = (await ask({ address: '天津市和平区无此路99号', lang: 'en' })).body
    expect(lost).toMatchObject({
      result: 'unknown',
      reason: 'address_not_found',
      address: { certainty: 'none', match: null },
    })
    expect(lost.explanation).toMatch(/cannot be told/)
  })

  it('keeps internal zones from the public, and says which zones it looked at', async () => {
    const spot = point(inside(0, 3))
    expect((await ask(spot)).body).toMatchObject({ result: 'not_in_zone', scope: 'public' })
    const headers = await api.signIn(['viewer'])
    expect((await ask(spot, headers)).body).toMatchObject({ result: 'in_zone', scope: 'all', zone: { kind: 'sealed' } })
  })

  it('matches an address, says how surely, and answers for it', async () => {
    const { body } = await ask({ address: '迎宾路12号' })
    expect(body).toMatchObject({
      result: 'in_zone',
      zone: { id: sealed },
      address: { match: { text: '示范县城关街道迎宾路12号' } },
    })
    expect(['exact', 'likely']).toContain(body.address?.certainty)
    const flat = (await ask({ address: '迎宾路12号3单元201室' })).body
    expect(flat).toMatchObject({ result: 'in_zone', zone: { id: sealed } })
    expect(flat.explanation).toMatch(/^地址库只到楼栋，未区分：/)
    const open = (await ask({ address: '迎宾路' })).body
    expect(open).toMatchObject({
      result: 'unknown',
      reason: 'address_ambiguous',
      zone: null,
      address: { certainty: 'ambiguous', match: null },
    })
    expect(open.address?.candidates).toHaveLength(2)
  })

  it('converts a declared coordinate system', async () => {
    const [lng, lat] = inside(1, 1)
    // GCJ-02 lies some 450 m east and 150 m north of WGS-84 here
    const there = (await ask({ lng: lng + 0.0048, lat: lat - 0.0015, crs: 'gcj02' })).body
    expect(there.zone?.id).toBe(sealed)
    expect((await ask({ lng: lng + 0.0048, lat: lat - 0.0015 })).body.zone?.id).not.toBe(sealed)
  })

  it('answers for a moment of the past, and refuses one to come', async () => {
    const before = new Date().toISOString()
    const passing = await publish(api.store, 'sealed', units(village(1, 3, 3)))
    await caughtUp(api.live, api.store)
    const during = api.live.zone(passing, 'public')!.since
    await lift(api.store, passing, 1)
    await caughtUp(api.live, api.store)
    const spot = point([109.5 + 7 * 0.01 + 0.0055, 34.5 + 3 * 0.01 + 0.0055])
    expect((await ask({ ...spot, at: during })).body).toMatchObject({
      result: 'in_zone',
      zone: { id: passing, since: during },
      at: during,
    })
    expect((await ask({ ...spot, at: before })).body.result).toBe('not_in_zone')
    expect((await ask(spot)).body.result).toBe('not_in_zone')
    expect((await ask({ ...point(inside(1, 1)), at: times['before']! })).body.result).toBe('not_in_zone')
    const future = await ask({ ...spot, at: '2199-01-01T00:00:00Z' })
    expect(future).toMatchObject({ status: 422, body: { code: 'at_in_future' } })
  })

  it.each([
    [{ lng: 109.5 }, 422, 'check_needs_place'],
    [{}, 422, 'check_needs_place'],
    [{ lng: 109.5, lat: 34.5, address: '迎宾路12号' }, 422, 'check_needs_place'],
    [{ lng: 190, lat: 34.5 }, 400, 'bad_request'],
    [{ lng: 'x', lat: 34.5 }, 400, 'bad_request'],
  ])('refuses %j with %i', async (query, status, code) => {
    expect(await ask(query as Record<string, number>)).toMatchObject({ status, body: { code } })
  })

  it('answers a batch in order, faults in place', async () => {
    const [lng, lat] = inside(1, 1)
    const items = [
      { id: 'a', lng, lat },
      { id: 2, lng: 'x', lat },
      { address: '迎宾路14号' },
      null,
      { lng: 200, lat },
      { lng, lat, address: 'x' },
      { id: 7, lng: 109.56, lat: 34.51 },
    ]
    const response = await api.app.inject({ method: 'POST', url: '/api/check', payload: { items, lang: 'en' } })
    expect(response.statusCode).toBe(200)
    const { answers } = response.json<{ answers: CheckAnswer[] }>()
    expect(answers.map(({ id, result, reason }) => [id, result, reason])).toEqual([
      ['a', 'in_zone', undefined],
      [2, 'unknown', 'not_a_place'],
      [undefined, 'in_zone', undefined],
      [undefined, 'unknown', 'not_a_place'],
      [undefined, 'unknown', 'not_a_place'],
      [undefined, 'unknown', 'not_a_place'],
      [7, 'not_in_zone', undefined],
    ])
    expect(answers[2]?.zone?.kind).toBe('precaution')
    expect(answers[1]?.explanation).toMatch(/^Not a place/)
  })

  it('takes ten thousand at once and no more, and says the same of each as one by one', async () => {
    const items = Array.from({ length: 10_000 }, (_, i) => ({
      id: i,
      lng: 109.495 + (i % 100) * 0.0009,
      lat: 34.495 + Math.floor(i / 100) * 0.0005,
    }))
    const response = await api.app.inject({ method: 'POST', url: '/api/check', payload: { items } })
    const { answers } = response.json<{ answers: CheckAnswer[] }>()
    expect(answers.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    for (const i of [0, 1234, 5050, 9999]) {
      const alone = (await ask({ lng: items[i]!.lng, lat: items[i]!.lat })).body
      expect(answers[i]).toMatchObject({ result: alone.result, zone: alone.zone })
    }
    const tooMany = await api.app.inject({
      method: 'POST',
      url: '/api/check',
      payload: { items: [...items, { id: 'x', lng: 1, lat: 1 }] },
    })
    expect(tooMany.statusCode).toBe(400)
  })
})
