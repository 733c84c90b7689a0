import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Preflight } from '#shared/schema/preflight.ts'
import type { Preview } from '#shared/schema/preview.ts'
import type { ZoneCrossings } from '#shared/schema/roads.ts'
import type { Status } from '#shared/schema/status.ts'
import type { Draft, ZoneFeature, ZoneGround } from '#shared/schema/zone.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { caughtUp, inside, loadGround } from './live-fixture.ts'
import { publishApprovedByHttp } from './publish-approved.ts'
import { content, units, village } from './zones-fixture.ts'

// Yingbin Road runs from the middle of column 0 through columns 1 and 2 of row 1 into column 3; 12 people live in column 1.
const GROUND = units(village(0, 1, 1))
const [lng, lat] = inside(1, 1)

describe.each(ENGINES)('lessons from other systems, on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  let zone: string
  beforeAll(async () => {
    api = await openTestApi(engine, loadGround, { MIN_HOUSEHOLDS: '1' })
    planner = await api.signIn(['drafter', 'publisher'])
    const { zone_id: id } = await post<Draft>('/api/zones', { kind: 'sealed', content: content(GROUND) })
    const published = await publishApprovedByHttp(api, planner, await api.signIn(['reviewer']), `${id}.d1`)
    expect(published.statusCode, published.body).toBe(200)
    zone = id
    await caughtUp(api.live, api.store)
  })
  afterAll(() => api.close())

  const get = async <T>(url: string, headers: Record<string, string> = planner): Promise<T> => (await api.app.inject({ url, headers })).json<T>()
  const post = async <T>(url: string, payload: object): Promise<T> => (await api.app.inject({ method: 'POST', url, headers: planner, payload })).json<T>()

  it('New Zealand 2021: police checkpoints did not match the legal boundary, and a town spent a day of confusion', async () => {
    const gate = (name: string, at: readonly number[]) =>
      post<{ id: number }>('/api/checkpoints', {
        name, tier: 'village', state: 'staffed', green_lane: false, rule_card: { asks: [] }, geometry: { type: 'Point', coordinates: at },
      })
    const crossings = () => get<ZoneCrossings>(`/api/zones/${zone}/crossings`)
    const ofRoad = ({ crossings: all }: ZoneCrossings) => all.filter(({ name }) => name === '迎宾路')
    const before = ofRoad(await crossings())
    expect(before.map(({ state }) => state)).toEqual(['open', 'open'])
    const { at: edge } = before.find(({ at: [x] }) => x > lng)!
    // where it is convenient to stand, on the same road but some 100 m short of the boundary: nothing is guarded, and it is named
    const convenient = await gate('便道卡点', [edge[0] - 0.0011, lat])
    const misplaced = await crossings()
    expect(ofRoad(misplaced).map(({ state }) => state)).toEqual(['open', 'open'])
    expect([misplaced.ring.guarded, misplaced.orphans]).toEqual([0, [convenient.id]])
    await gate('东界卡点', edge)
    const matched = await crossings()
    expect(ofRoad(matched).map(({ state }) => state).sort()).toEqual(['guarded', 'open'])
    expect(matched.ring.guarded).toBe(1)
  })

  it('An impact tool’s totals and details used different bases (140 kg against 15,935 kg of rice): one number everywhere, with base, source, date and rounding', async () => {
    const { exposure, people } = await get<ZoneGround>(`/api/zones/${zone}`)
    if (exposure === undefined) throw new Error('a post is told the exposure')
    expect(exposure.bases.length).toBeGreaterThan(0)
    for (const base of exposure.bases) expect(base).toMatchObject({ basis: 'building', method: 'counted', source: 'test', title: expect.stringMatching(/./), date: '2022-01-01' })
    const total = exposure.bases.reduce((sum, base) => sum + base.people, 0)
    expect([total, people, exposure.people]).toEqual([12, 12, 12])
    expect([exposure.peopleRange.low <= 12, exposure.peopleRange.high >= 12, Number.isInteger(exposure.people)]).toEqual([true, true, true])
    const preview = await post<Extract<Preview, { ok: true }>>('/api/preview', { kind: 'sealed', definition: GROUND })
    const draft = await post<Draft>('/api/zones', { kind: 'sealed', content: content(GROUND, { audience: 'internal' }) })
    const preflight = await get<Preflight>(`/api/zones/${draft.zone_id}/preflight`)
    const list = await get<{ features: ZoneFeature[] }>('/api/zones')
    const status = await get<Status>('/api/status', {})
    expect(preview.exposure).toEqual(exposure)
    expect(draft.exposure).toEqual(exposure)
    expect(preflight.people.after).toBe(12)
    expect(list.features.find(({ id }) => id === zone)?.properties.people).toBe(12)
    expect(status.zones.find(({ kind }) => kind === 'sealed')).toMatchObject({ zones: 1, people: 12 })
  })

  it('A containment map answered address checks badly because of address matching: it says how sure the match is and offers candidates', async () => {
    type Check = { result: string; reason?: string; zone: { id: string } | null; address: { certainty: string; match: { text: string } | null; candidates?: { text: string }[] } }
    const ask = (address: string) => get<Check>(`/api/check?address=${encodeURIComponent(address)}`, {})
    expect(await ask('示范县城关街道迎宾路12号')).toMatchObject({ result: 'in_zone', zone: { id: zone }, address: { certainty: 'exact', match: { text: '示范县城关街道迎宾路12号' } } })
    const street = await ask('迎宾路')
    expect(street).toMatchObject({ result: 'unknown', reason: 'address_ambiguous', zone: null, address: { certainty: 'ambiguous', match: null } })
    expect(street.address.candidates?.map(({ text }) => text)).toEqual(expect.arrayContaining(['示范县城关街道迎宾路12号', '示范县城关街道迎宾路14号']))
    // a number that is not in the register is never taken for its neighbour with certainty, nor for "not in a zone"
    const near = await ask('迎宾路13号')
    expect(near.address.certainty).not.toBe('exact')
    expect(near.result).not.toBe('not_in_zone')
  })
})
