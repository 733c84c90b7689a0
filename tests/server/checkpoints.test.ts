import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckpointContent, CheckpointDetails } from '#shared/schema/checkpoint.ts'
import { eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { loadCounty, TOWNSHIPS } from './zones-fixture.ts'

const GATE: CheckpointContent = {
  name: '东门卡点',
  tier: 'township',
  state: 'staffed',
  green_lane: true,
  rule_card: { asks: [{ zh: '48 小时核酸阴性证明', en: 'Negative test within 48 hours' }] },
  geometry: { type: 'Point', coordinates: [109.512, 34.512] },
}
type Feature = { id: number; geometry: object; properties: CheckpointDetails }

describe.each(ENGINES)('checkpoints on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    planner = await api.signIn(['drafter'])
  })
  afterAll(() => api.close())

  const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, headers: object, payload?: object) =>
    api.app.inject({ method, url: `/api/checkpoints${path}`, headers: { ...headers }, ...(payload ? { payload } : {}) })
  const add = async (more: Partial<CheckpointContent> = {}) =>
    (await call('POST', '', planner, { ...GATE, ...more })).json<Feature>()
  const listed = async (headers: object) =>
    (await call('GET', '', headers)).json<{ features: Feature[]; next: string | null }>().features

  it('are set up, changed and withdrawn; the public sees those that stand', async () => {
    const seq = await lastEventSeq(api.store.db)
    const created = await call('POST', '', planner, { ...GATE, state: 'planned' })
    const { id, properties } = created.json<Feature>()
    expect([created.statusCode, created.headers.etag, created.headers.location]).toEqual([
      201,
      `"c${id}.1"`,
      `/api/checkpoints/${id}`,
    ])
    expect(properties).toEqual({
      id,
      version: 1,
      name: '东门卡点',
      name_en: null,
      tier: 'township',
      state: 'planned',
      green_lane: true,
      rule_card: GATE.rule_card,
      area_code: null,
      road_id: null,
      kind: 'gate',
      egress: null,
      staffing: null,
    })
    await expect.poll(async () => (await listed(planner)).length).toBe(1)
    expect(await listed({})).toEqual([])

    const staffed = await call('PUT', `/${id}`, { ...planner, 'if-match': `"c${id}.1"` }, GATE)
    expect([staffed.statusCode, staffed.headers.etag]).toEqual([200, `"c${id}.2"`])
    await expect.poll(async () => (await listed({})).length).toBe(1)
    const { area_code: _, road_id: __, version: ___, egress: ____, staffing: _____, ...known } = staffed.json<Feature>().properties
    expect(await listed({})).toEqual([{ type: 'Feature', id, geometry: GATE.geometry, properties: known }])
    expect(await listed(planner)).toEqual([staffed.json()])
    expect((await call('GET', `/${id}`, planner)).json()).toEqual(staffed.json())
    expect((await call('GET', `/${id}`, {})).statusCode).toBe(401)

    const withdrawn = await call('DELETE', `/${id}`, { ...planner, 'if-match': `"c${id}.2"` })
    expect(withdrawn.json<Feature>().properties).toMatchObject({ state: 'withdrawn', version: 3 })
    await expect.poll(async () => (await listed({})).length).toBe(0)
    expect(await listed(planner)).toMatchObject([{ properties: { state: 'withdrawn' } }])
    const events = await eventsAfter(api.store.db, seq, 10)
    expect(events.map(({ verb, public: open, payload }) => [verb, open, payload])).toEqual([
      ['added', false, { version: 1, state: 'planned' }],
      ['changed', true, { version: 2, state: 'staffed' }],
      ['withdrawn', true, { version: 3, state: 'withdrawn' }],
    ])
  })

  it('ask for the version that is changed, and one of two writers wins', async () => {
    const { id } = await add()
    expect((await call('PUT', `/${id}`, planner, GATE)).statusCode).toBe(428)
    expect((await call('DELETE', `/${id}`, planner)).statusCode).toBe(428)
    const answers = await Promise.all(
      ['甲', '乙'].map((name) => call('PUT', `/${id}`, { ...planner, 'if-match': `"c${id}.1"` }, { ...GATE, name })),
    )
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412])
    expect((await call('DELETE', `/${id}`, { ...planner, 'if-match': `"c${id}.1"` })).json()).toMatchObject({
      status: 412,
      detail: expect.stringContaining(`c${id}.2`),
    })
  })

  it('let a gate officer change the state and nothing else', async () => {
    const { id } = await add()
    const officer = await api.signIn(['gate_officer'])
    const put = (more: object, version: number) =>
      call('PUT', `/${id}`, { ...officer, 'if-match': `"c${id}.${version}"` }, { ...GATE, ...more })
    expect((await put({ state: 'suspended', name: '西门' }, 1)).json()).toMatchObject({
      status: 403,
      code: 'role_missing',
    })
    expect(
      (await put({ state: 'suspended', geometry: { type: 'Point', coordinates: [109.513, 34.512] } }, 1)).statusCode,
    ).toBe(403)
    expect((await put({ state: 'suspended' }, 1)).json()).toMatchObject({
      properties: { state: 'suspended', version: 2 },
    })
    expect((await call('POST', '', officer, GATE)).statusCode).toBe(403)
    expect((await call('DELETE', `/${id}`, { ...officer, 'if-match': `"c${id}.2"` })).statusCode).toBe(403)
  })

  it('page by number', async () => {
    await add()
    await expect.poll(async () => (await listed(planner)).length).toBeGreaterThan(3)
    const first = (await call('GET', '?limit=2', planner)).json<{ features: Feature[]; next: string }>()
    const second = (await call('GET', `?limit=100&cursor=${first.next}`, planner)).json<{
      features: Feature[]
      next: null
    }>()
    expect([...first.features, ...second.features]).toEqual(await listed(planner))
    expect(second.next).toBeNull()
  })

  it('answer with a problem, never a fault', async () => {
    const wrong = async (more: object) =>
      (await call('POST', '', planner, { ...GATE, ...more })).json<{ status: number; code: string }>()
    expect(await wrong({ road_id: 999_999 })).toMatchObject({ status: 422, code: 'unknown_road' })
    expect(await wrong({ area_code: '999999999999' })).toMatchObject({ status: 422, code: 'unknown_area' })
    expect(await wrong({ geometry: { type: 'Point', coordinates: [34.5, 109.5] } })).toMatchObject({
      status: 422,
      code: 'invalid_geometry',
      faults: [{ code: 'axes_swapped' }],
    })
    expect(await wrong({ name: '\0' })).toMatchObject({ status: 422, code: 'unusable_text' })
    expect(await wrong({ road_id: 2 ** 60 })).toMatchObject({ status: 422 })
    expect(await wrong({ tier: 'gate' })).toMatchObject({ status: 400 })
    const elsewhere = await api.signIn(['publisher'], TOWNSHIPS[1])
    expect((await call('POST', '', elsewhere, GATE)).json()).toMatchObject({
      status: 403,
      code: 'outside_jurisdiction',
    })
    expect((await call('GET', '/999999', planner)).statusCode).toBe(404)
  })
})
