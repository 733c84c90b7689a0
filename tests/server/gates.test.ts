import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckpointContent, CheckpointDetails } from '#shared/schema/checkpoint.ts'
import type { SnappedCheckpoint, ZoneCrossings } from '#shared/schema/roads.ts'
import type { RuleCardSheet } from '#shared/schema/rule-card.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { caughtUp, inside, loadGround, publish } from './live-fixture.ts'
import { units, village } from './zones-fixture.ts'

// Yingbin Road crosses the controlled village of column 2, row 1

const STAFFING = { shifts: { needed: 3, assigned: 2 }, posts: [{ duty: 'documents' as const, needed: 2, assigned: 1 }, { duty: 'disinfection' as const, needed: 1, assigned: 1 }] }
const ASK = { zh: '48 小时核酸阴性证明', en: 'Negative test within 48 hours' }
const GATE: CheckpointContent = {
  name: '东关卡点', tier: 'village', state: 'staffed', green_lane: false, staffing: STAFFING,
  rule_card: { asks: [ASK], passes: [{ zh: '持通行证的学生', en: 'Pupils with a pass' }], hours: { from: '06:00', to: '22:00' }, duty_phone: '0913-2345678' },
  geometry: { type: 'Point', coordinates: [109.512, 34.512] },
}
type Feature = { id: number; properties: CheckpointDetails }

describe.each(ENGINES)('gates on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  let zone: string
  let crossing: [number, number]
  beforeAll(async () => {
    api = await openTestApi(engine, loadGround)
    planner = await api.signIn(['drafter'])
    zone = await publish(api.store, 'controlled', units(village(0, 2, 1)))
    await caughtUp(api.live, api.store)
    const { crossings } = (await get<ZoneCrossings>(`/api/zones/${zone}/crossings`))
    crossing = [...crossings[0]!.at] as [number, number]
  })
  afterAll(() => api.close())

  const get = async <T>(url: string, headers: object = planner) => (await api.app.inject({ url, headers: { ...headers } })).json<T>()
  const post = (more: Partial<CheckpointContent> = {}) =>
    api.app.inject({ method: 'POST', url: '/api/checkpoints', headers: planner, payload: { ...GATE, ...more } })
  const put = (id: number, version: number, payload: object) =>
    api.app.inject({ method: 'PUT', url: `/api/checkpoints/${id}`, headers: { ...planner, 'if-match': `"c${id}.${version}"` }, payload })

  it('keep posts and shifts as numbers, leave them out of what the public sees, and keep them where they are not named', async () => {
    const { id, properties } = (await post()).json<Feature>()
    expect(properties.staffing).toEqual(STAFFING)
    await caughtUp(api.live, api.store)
    const of = async (headers: object) => (await get<{ features: Feature[] }>('/api/checkpoints', headers)).features.find((gate) => gate.id === id)!
    expect((await of(planner)).properties.staffing).toEqual(STAFFING)
    expect((await of({})).properties).not.toHaveProperty('staffing')
    const { staffing: _, ...unnamed } = GATE
    expect((await put(id, 1, { ...unnamed, name: '东关新卡点' })).json<Feature>().properties.staffing).toEqual(STAFFING)
    const natural = (await put(id, 2, { ...unnamed, kind: 'natural' })).json<Feature>()
    expect(natural.properties).toMatchObject({ kind: 'natural', staffing: null })
  })

  it('refuse staff of what nobody stands at, a duty listed twice, numbers that are none, and a person’s telephone', async () => {
    const refused = async (more: object) => (await post(more)).json<{ status: number; code: string }>()
    expect(await refused({ kind: 'closure', egress: ASK })).toMatchObject({ status: 422, code: 'only_gates_are_staffed' })
    const [first] = STAFFING.posts
    expect(await refused({ staffing: { ...STAFFING, posts: [first, first] } })).toMatchObject({ status: 422, code: 'duty_twice' })
    for (const posts of [[{ ...first, needed: -1 }], [{ ...first, assigned: 1.5 }], [{ ...first, duty: 'arrest' }], [{ ...first, name: '某人' }]])
      expect(await refused({ staffing: { ...STAFFING, posts } })).toMatchObject({ status: 400 })
    expect(await refused({ staffing: { ...STAFFING, shifts: { needed: 0, assigned: 0 } } })).toMatchObject({ status: 400 })
    const card = (more: object) => ({ rule_card: { ...GATE.rule_card, ...more } })
    for (const duty_phone of ['13812345678', '0913', 'call us', '+8613812345678']) expect(await refused(card({ duty_phone }))).toMatchObject({ status: 400 })
    expect(await refused(card({ hours: { from: '25:00', to: '06:00' } }))).toMatchObject({ status: 400 })
    expect(await refused(card({ passes: [{ zh: '找 13812345678', en: 'ask' }] }))).toMatchObject({ status: 422, code: 'personal_data' })
  })

  it('are put at the crossing of the edge, else on the nearest road, and nowhere far from any', async () => {
    const snap = async ([lng, lat]: number[], more = '') => (await get<{ snapped: SnappedCheckpoint | null }>(`/api/checkpoints/snap?lng=${lng}&lat=${lat}${more}`)).snapped
    const near = [crossing[0] + 0.0001, crossing[1] + 0.0001]
    const found = await snap(near)
    expect(found).toMatchObject({ zone, name: '迎宾路', class: 'primary' })
    expect(found!.at.map((degrees) => degrees.toFixed(6))).toEqual(crossing.map((degrees) => degrees.toFixed(6)))
    expect(found!.metres).toBeGreaterThan(5)
    expect(found!.metres).toBeLessThan(20)
    const along = await snap([crossing[0] - 0.002, crossing[1] + 0.0001])
    expect(along).toMatchObject({ zone: null, name: '迎宾路' })
    expect(await snap(near, '&within=2')).toBeNull()
    expect(await snap([crossing[0], crossing[1] + 0.004])).toBeNull()
    expect((await api.app.inject({ url: `/api/checkpoints/snap?lng=1&lat=1` })).statusCode).toBe(401)
  })

  it('have a rule card of zone and gate in both languages, which everybody may read', async () => {
    const [lng, lat] = crossing
    const { id } = (await post({ name: '东口卡点', geometry: { type: 'Point', coordinates: [Number(lng.toFixed(7)), Number(lat.toFixed(7))] } })).json<Feature>()
    const lane = (await post({ name: '西口卡点', green_lane: true, geometry: { type: 'Point', coordinates: inside(0, 1) } })).json<Feature>()
    await caughtUp(api.live, api.store)
    const card = await get<RuleCardSheet>(`/api/checkpoints/${id}/rule-card`, {})
    expect(card).toMatchObject({
      gate: { id, name: '东口卡点', tier: 'village' }, zone: { id: zone, kind: 'controlled', rule_pack_title: { zh: expect.any(String), en: expect.any(String) } },
      asks: [ASK], hours: { from: '06:00', to: '22:00' }, duty_phone: '0913-2345678',
    })
    expect(card.passes.map(({ zh }) => zh)).toEqual(expect.arrayContaining(['管控区内居民人不出区', '持通行证的学生']))
    expect(card.always.en).toMatch(/Ambulances/)
    expect(card.green_lanes.map(({ id }) => id)).toContain(lane.id)
    expect((await get<RuleCardSheet>(`/api/checkpoints/${lane.id}/rule-card`, {})).green_lanes).toEqual([])
    for (const words of [...card.passes, ...card.asks, card.always, card.green_lane]) expect(words).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[A-Z]/) })
  })

  it('have no rule card for the public while they are planned, nor where nobody stands', async () => {
    const planned = (await post({ state: 'planned' })).json<Feature>()
    const { staffing: _, ...bare } = GATE
    const natural = (await api.app.inject({ method: 'POST', url: '/api/checkpoints', headers: planner, payload: { ...bare, kind: 'natural' } })).json<Feature>()
    await caughtUp(api.live, api.store)
    const status = async (id: number, headers: object) => (await api.app.inject({ url: `/api/checkpoints/${id}/rule-card`, headers: { ...headers } })).statusCode
    expect([await status(planned.id, {}), await status(planned.id, planner), await status(natural.id, planner), await status(999_999, {})]).toEqual([404, 200, 404, 404])
  })
})
