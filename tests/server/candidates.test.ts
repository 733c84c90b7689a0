import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Candidates } from '#shared/schema/candidates.ts'
import type { Draft, ZoneGround } from '#shared/schema/zone.ts'
import { toGeom } from '../../server/store/geometry.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { inside, loadGround } from './live-fixture.ts'
import { publishApprovedByHttp } from './publish-approved.ts'
import { block, content, TOWNSHIPS, units, village } from './zones-fixture.ts'

const COMPOUND = '990101001006001'

describe.each(ENGINES)('the smallest sufficient zone on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  let site: number
  beforeAll(async () => {
    // the village at column 1, row 1 has one building: 12 people in 5 households; its compound is the village's ground
    api = await openTestApi(engine, async (store) => {
      await loadGround(store)
      await store.db.insertInto('areas').values({
        code: COMPOUND, level: 'compound', parent_code: null, name: '星河苑', name_en: 'Xinghe Yuan',
        geom: toGeom({ type: 'MultiPolygon', coordinates: [block(1, 1, 2, 2).coordinates] }), source: 'test', source_id: 'compound', as_of: '2022-01-01',
      }).execute()
    }, { MIN_HOUSEHOLDS: '5' })
    planner = await api.signIn(['drafter', 'publisher'])
    const made = await api.app.inject({ method: 'POST', url: '/api/sites', headers: planner, payload: { place: '星河苑 3 幢', on_date: '2022-03-15', cases: 1, geometry: { type: 'Point', coordinates: inside(1, 1) } } })
    site = made.json<{ id: number }>().id
  })
  afterAll(() => api.close())

  const ask = async (body: object, as: object = planner) => api.app.inject({ method: 'POST', url: '/api/zones/candidates', headers: { ...as }, payload: body })
  const create = (definition: Parameters<typeof content>[0], smallest: object) =>
    api.app.inject({ method: 'POST', url: '/api/zones', headers: planner, payload: { kind: 'sealed', content: content(definition, { smallest } as never) } })

  it('stands side by side at building, compound, village and township level', async () => {
    const found = (await ask({ sites: [site] })).json<Candidates>()
    expect(found).toMatchObject({ sites: 1, smallest: 'building' })
    expect(found.items.map(({ level, units: list, exposure, people_per_site, sufficient }) => [level, list.map(({ code }) => code), exposure.people, people_per_site, sufficient])).toEqual([
      ['building', [], 12, 12, true],
      ['compound', [COMPOUND], 12, 12, true],
      ['village', [village(0, 1, 1)], 12, 12, true],
      ['township', [TOWNSHIPS[0]], 12, 12, true],
    ])
    const [building, , , township] = found.items
    expect(building!.definition.type).toBe('drawn')
    expect(township!.definition).toEqual({ type: 'units', codes: [TOWNSHIPS[0]] })
    expect(building!.exposure).toMatchObject({ households: 5, buildings: 1, places: [{ kind: 'hospital', count: 1 }] })
    expect(found.items.map(({ area_m2_per_site }) => area_m2_per_site)).toEqual(found.items.map(({ exposure }) => exposure.areaM2).toSorted((a, b) => a - b))
  })

  it('takes the compound where the building would expose households, and leaves out a level that covers none', async () => {
    const strict = await openTestApi(engine, loadGround, { MIN_HOUSEHOLDS: '6' })
    const cookie = await strict.signIn(['drafter'])
    const found = (await strict.app.inject({ method: 'POST', url: '/api/zones/candidates', headers: cookie, payload: { points: [inside(1, 1)] } })).json<Candidates>()
    expect(found.items.map(({ level, too_few_households, sufficient }) => [level, too_few_households, sufficient])).toEqual([
      ['building', true, false], ['village', true, false], ['township', true, false],
    ])
    expect(found.smallest).toBeNull()
    await strict.close()
    const two = (await ask({ points: [inside(1, 1), inside(3, 3)] })).json<Candidates>()
    expect(two.items.map(({ level, uncovered, sufficient }) => [level, uncovered, sufficient])).toEqual([
      ['building', 1, false], ['compound', 1, false], ['village', 0, true], ['township', 0, true],
    ])
    expect(two).toMatchObject({ sites: 2, smallest: 'village' })
    expect(two.items[2]!.people_per_site).toBe(6)
  })

  it('needs a written reason for a larger one, whatever its writer claims, and keeps it with the version', async () => {
    const larger = { sites: [site], level: 'village', smallest: 'building' }
    expect((await create(units(village(0, 1, 1)), larger)).json()).toMatchObject({ status: 422, code: 'larger_needs_reason' })
    // the level is claimed to be enough; the sites say otherwise
    expect((await create(units(village(0, 1, 1)), { ...larger, smallest: 'village' })).json()).toMatchObject({ code: 'larger_needs_reason' })
    // the level is right, but more units were added afterwards
    expect((await create(units(COMPOUND, village(0, 2, 1)), { sites: [site], level: 'building', smallest: 'building' })).json()).toMatchObject({ code: 'larger_needs_reason' })
    expect((await create(units(village(0, 1, 1)), { ...larger, reason: '  ' })).statusCode).toBe(400)
    const draft = (await create(units(village(0, 1, 1)), { ...larger, reason: '同村共用水井' })).json<Draft>()
    const hashOf = async () => (await api.app.inject({ url: `/api/zones/${draft.zone_id}/preflight`, headers: planner })).json<{ hash: string }>().hash
    const before = await hashOf()
    const saved = await api.app.inject({
      method: 'PUT', url: `/api/zones/${draft.zone_id}/draft`, headers: { ...planner, 'if-match': `"${draft.zone_id}.d1"` },
      payload: { ...draft.content, smallest: { ...larger, reason: '同村共用水井和食堂' } },
    })
    expect(saved.statusCode).toBe(200)
    expect(await hashOf()).not.toBe(before)
    const published = await publishApprovedByHttp(api, planner, await api.signIn(['reviewer']), `${draft.zone_id}.d2`)
    expect(published.json<ZoneGround>()).toMatchObject({ smallest: { ...larger, reason: '同村共用水井和食堂' } })
    await expect.poll(async () => (await api.app.inject({ url: `/api/zones/${draft.zone_id}` })).statusCode).toBe(200)
    expect((await api.app.inject({ url: `/api/zones/${draft.zone_id}` })).json()).not.toHaveProperty('smallest')
  })

  it('is for the posts that may know sites', async () => {
    expect((await ask({ sites: [site] }, {})).statusCode).toBe(401)
    expect((await ask({ sites: [site] }, await api.signIn(['viewer']))).statusCode).toBe(403)
    expect((await ask({})).json()).toMatchObject({ status: 422, code: 'no_sites' })
    expect((await ask({ sites: [site, 4711] })).statusCode).toBe(404)
    expect((await ask({ points: [[200, 0]] })).statusCode).toBe(400)
  })
})
