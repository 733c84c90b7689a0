import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Static } from 'typebox'
import type { Access, AreaRings, CutOffByChange, LeastGates, Reach, Supply, ZoneCrossings } from '#shared/schema/roads.ts'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { tellRings } from '../../server/domain/rings-keep.ts'
import { toGeom } from '../../server/store/geometry.ts'
import type { Store } from '../../server/store/connect.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { waterNames } from '../../server/store/water-names.ts'
import { ENGINES } from '../support/databases.ts'
import { caughtUp, inside, loadGround, publish } from './live-fixture.ts'
import { actor, block, content, TOWNSHIPS, units, village, zoneDepsOf } from './zones-fixture.ts'

// Yingbin Road runs from the west through the villages of columns 1 and 2 of row 1 and ends in column 3; the hospital is in
// column 1, a building of 30 people and a compound in column 2.

const sourced = (id: string) => ({ source: 'test', source_id: id, as_of: '2022-01-01' })
const around = ([lng, lat]: [number, number], half: number) => ({
  type: 'MultiPolygon' as const,
  coordinates: [[[[lng - half, lat - half], [lng + half, lat - half], [lng + half, lat + half], [lng - half, lat + half], [lng - half, lat - half]]]],
})

async function prepare(store: Store): Promise<void> {
  await loadGround(store)
  const { db } = store
  const place = (kind: string, id: string, at: [number, number], capacity = '{}') =>
    ({ kind, name: kind, name_en: null, capacity, area_code: null, geom: toGeom({ type: 'Point', coordinates: at }), ...sourced(id) })
  await db.insertInto('places').values([
    place('depot', 'p2', inside(0, 1)), place('delivery_point', 'p3', inside(2, 1)),
    place('quarantine_site', 'p4', inside(1, 1), '{"rooms":40,"state":"ready"}'), place('designated_hospital', 'p5', inside(0, 1)),
  ]).execute()
  await db.insertInto('areas').values({
    code: `${village(0, 2, 1)}001`, level: 'compound', parent_code: village(0, 2, 1), name: '河东小区', name_en: null,
    geom: toGeom(around(inside(2, 1), 0.001)), ...sourced('k1'),
  }).execute()
  const { id } = await db.insertInto('buildings').values({
    name: '5幢', name_en: null, levels: 6, use: 'residential', area_code: null, geom: toGeom(around(inside(2, 1), 0.0002)), ...sourced('b2'),
  }).returning('id').executeTakeFirstOrThrow()
  await db.insertInto('population').values({ basis: 'building', method: 'counted', people: 30, households: 12, building_id: id, geom: null, ...sourced('n2') }).execute()
}

describe.each(ENGINES)('roads on %s', (engine) => {
  let api: TestApi
  let headers: { cookie: string }
  let reviewer: { cookie: string }
  let zone: string
  beforeAll(async () => {
    api = await openTestApi(engine, prepare)
    headers = await api.signIn(['drafter', 'publisher'])
    reviewer = await api.signIn(['reviewer'])
    zone = await publish(api.store, 'controlled', units(village(0, 2, 1)))
    await caughtUp(api.live, api.store)
  })
  afterAll(() => api.close())

  const get = async <T>(url: string): Promise<T> => {
    const response = await api.app.inject({ url, headers })
    expect([url, response.statusCode, response.statusCode === 200 ? '' : response.body]).toEqual([url, 200, ''])
    return response.json<T>()
  }
  const post = (url: string, payload: object, more: object = {}) => api.app.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload })
  const crossings = () => get<ZoneCrossings>(`/api/zones/${zone}/crossings`)

  it('finds where roads cross a zone’s edge, and the same for a drawn line', async () => {
    const { ring, crossings: found, roads, signature, orphans } = await crossings()
    expect(ring).toEqual({ total: 2, held: 0, guarded: 0, closed: 0, natural: 0, planned: 0, open: 2 })
    expect(found.map(({ name, class: kind, vehicles, bridge }) => ({ name, kind, vehicles, bridge }))).toEqual([
      { name: '迎宾路', kind: 'primary', vehicles: true, bridge: false }, { name: '迎宾路', kind: 'primary', vehicles: true, bridge: false },
    ])
    expect(roads).toMatchObject({ oldest: '2022-01-01', buildings: 1, notSurveyed: 0, sources: [{ source: 'test', roads: 2 }] })
    expect([signature, orphans]).toEqual([null, []])
    const drawn = await post('/api/crossings', { geometry: block(2, 1, 3, 2) })
    expect(drawn.statusCode).toBe(200)
    expect(drawn.json()).toMatchObject({ ring, crossings: found })
  })

  it('asks for a session, and names what is wrong with a drawn line', async () => {
    for (const url of [`/api/zones/${zone}/crossings`, `/api/zones/${zone}/access`, '/api/rings', '/api/reach?lng=109.5&lat=34.5']) {
      expect((await api.app.inject({ url })).statusCode).toBe(401)
    }
    const crossed = { type: 'Polygon', coordinates: [[[109.5, 34.5], [109.6, 34.6], [109.6, 34.5], [109.5, 34.6], [109.5, 34.5]]] }
    const response = await post('/api/crossings', { geometry: crossed })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([422, 'invalid_geometry'])
    expect((await api.app.inject({ url: '/api/zones/990101-C-0999/crossings', headers })).statusCode).toBe(404)
  })

  it('says how long it is to care, who hangs on one road, and how many rooms are needed', async () => {
    const access = await get<Static<typeof Access>>(`/api/zones/${zone}/access`)
    expect(access).toMatchObject({ buildings: 1, people: 30, cutOff: [], unknown: ['fire_engine'], rooms: { needed: 1, ready: 40 } })
    expect(access.designatedHospital).toMatchObject({ places: 1, limitHours: 2, beyond: [] })
    expect(access.designatedHospital.longestMinutes).toBeGreaterThan(1)
    const reach = await get<Static<typeof Reach>>(`/api/reach?lng=${inside(2, 1)[0]}&lat=${inside(2, 1)[1]}&kind=hospital&kind=depot`)
    expect(reach.places.map(({ kind }) => kind)).toEqual(['hospital', 'depot'])
    const nowhere = await api.app.inject({ url: '/api/reach?lng=109.57&lat=34.539', headers: { ...headers, 'accept-language': 'zh' } })
    expect([nowhere.statusCode, nowhere.json<{ title: string }>().title]).toEqual([422, '附近没有道路'])
  })

  it('names the water under a bridge, where there is named water near', async () => {
    await sql`insert into water (kind, name, name_en, geom, source, source_id, as_of)
      select 'river', name, name_en, ST_GeomFromText('LINESTRING(109.5 34.6,109.6 34.6)', 4326), source, name, '2022-01-01'
      from (values ('云河', 'Yun River')) as t(name, name_en), (select source from datasets limit 1) d`.execute(api.store.db)
    expect(await waterNames(api.store.db, [[109.55, 34.6002], [109.55, 34.602]])).toEqual([{ name: '云河', nameEn: 'Yun River' }, null])
    expect(await waterNames(api.store.db, [])).toEqual([])
  })

  it('finds the least gates, and refuses places that are none', async () => {
    const least = await get<Static<typeof LeastGates>>(`/api/zones/${zone}/gates/least?max_out=50`)
    expect([least.drawn.length, least.gates.length, least.between]).toMatchObject([2, 2, { people: 0 }])
    // the road ends half a kilometre behind the zone: there it needs no gate
    const wide = await post('/api/gates/least?max_out=800', { geometry: block(2, 1, 3, 2) })
    expect(wide.json()).toMatchObject({ drawn: [{}, {}], gates: [{ name: '迎宾路' }] })
    const off = await api.app.inject({ url: `/api/zones/${zone}/gates/least?fixed=109.57,34.539`, headers })
    expect([off.statusCode, off.json<{ code: string }>().code]).toEqual([422, 'gates_off_road'])
    expect((await api.app.inject({ url: `/api/zones/${zone}/gates/least?fixed=109`, headers })).json<{ code: string }>().code).toBe('bad_places')
  })

  it('supplies compounds through green lanes only', async () => {
    const supply = () => get<Static<typeof Supply>>(`/api/zones/${zone}/supply`)
    expect(await supply()).toMatchObject({ compounds: 1, covered: 0, people: 30, uncovered: [{ name: '河东小区', gap: 'no_green_lane' }] })
    const [west] = (await crossings()).crossings
    const gate = await post('/api/checkpoints', {
      name: '西口', tier: 'village', state: 'staffed', green_lane: true, rule_card: { asks: [] }, road_id: west!.roadId,
      geometry: { type: 'Point', coordinates: west!.at },
    })
    const { id } = gate.json<{ id: number }>()
    expect(await supply()).toMatchObject({ covered: 1, uncovered: [], places: [{ kind: 'depot', supplied: true }, { kind: 'delivery_point', supplied: true }] })
    expect(await get<object>(`/api/zones/${zone}/supply?without=${id}`)).toMatchObject({ covered: 1, lost: [{ name: '河东小区', gap: 'no_green_lane', people: 30 }] })
    expect((await crossings()).ring).toMatchObject({ total: 2, guarded: 1, open: 1 })
    await api.app.inject({ method: 'DELETE', url: `/api/checkpoints/${id}`, headers: { ...headers, 'if-match': String(gate.headers['etag']) } })
  })

  it('says whom a change of one checkpoint would cut off, and saves nothing', async () => {
    const [west] = (await crossings()).crossings
    const geometry = { type: 'Point', coordinates: west!.at }
    const card = { name: '西口', tier: 'village', state: 'staffed', green_lane: true, rule_card: { asks: [] }, road_id: west!.roadId, geometry }
    const made = await post('/api/checkpoints', card)
    const { id } = made.json<{ id: number }>()
    const asks = async (payload: object) => (await post('/api/checkpoints/cut-off', payload)).json<Static<typeof CutOffByChange>>()
    const lost = { compounds: [{ name: '河东小区', gap: 'no_green_lane', people: 30 }], groups: [] }
    expect(await asks({ checkpoint: id, change: {} })).toEqual({ compounds: [], groups: [] })
    expect(await asks({ checkpoint: id, change: null })).toMatchObject(lost)
    expect(await asks({ checkpoint: id, change: { state: 'withdrawn' } })).toMatchObject(lost)
    expect(await asks({ checkpoint: id, change: { green_lane: false } })).toMatchObject(lost)
    const closure = await asks({ checkpoint: null, change: { kind: 'closure', geometry } })
    expect(closure.compounds).toMatchObject(lost.compounds)
    expect(closure.groups).toMatchObject([{ people: 30, lost: ['ambulance', 'hospital', 'pharmacy'], streets: ['迎宾路'] }, { people: 12, lost: ['food'] }])
    expect((await crossings()).ring).toMatchObject({ guarded: 1, closed: 0 })
    const none = await post('/api/checkpoints/cut-off', { checkpoint: 999999, change: null })
    const placeless = await post('/api/checkpoints/cut-off', { checkpoint: null, change: { kind: 'closure' } })
    expect([none.statusCode, placeless.statusCode, placeless.json<{ code: string }>().code]).toEqual([404, 422, 'checkpoint_needs_place'])
    await api.app.inject({ method: 'DELETE', url: `/api/checkpoints/${id}`, headers: { ...headers, 'if-match': String(made.headers['etag']) } })
  })

  it('plans gates at all open crossings at once, and keeps who has signed for them until something changes', async () => {
    const before = await crossings()
    const planned = await post(`/api/zones/${zone}/gates`, { kind: 'gate', tier: 'village' })
    expect([planned.statusCode, planned.json()]).toMatchObject([201, { ring: { planned: 2, open: 0 } }])
    const stale = await post(`/api/zones/${zone}/gates/signature`, { list: before.list })
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([409, 'gates_changed'])
    const signed = await post(`/api/zones/${zone}/gates/signature`, { list: planned.json<ZoneCrossings>().list })
    expect(signed.json<ZoneCrossings>().signature).toMatchObject({ valid: true, by: expect.stringContaining('post') })
    const told = await sql<{ verb: string; payload: { ring: object } }>`select verb, payload from events where noun = 'gates' order by seq`.execute(api.store.db)
    expect(told.rows).toMatchObject([{ verb: 'planned', payload: { added: 2, ring: { planned: 2 } } }, { verb: 'signed', payload: { ring: { planned: 2 } } }])
    await sql`update checkpoints set state = 'staffed' where name like '迎宾路%'`.execute(api.store.db)
    expect((await crossings()).ring).toMatchObject({ guarded: 2, planned: 0 })
    expect((await crossings()).signature).toMatchObject({ valid: false })
  })

  it('scores the rings of zones and areas', async () => {
    await caughtUp(api.live, api.store)
    expect(await get<object>('/api/rings')).toMatchObject({ items: [{ zone, ring: { total: 2, open: 0 } }] })
    const listed = await get<{ features: { properties: { id: string; ring?: { total: number } | null } }[] }>('/api/zones?rings=true')
    expect(listed.features.map(({ properties: { id, ring } }) => [id, ring?.total])).toEqual([[zone, 2]])
    expect((await get<{ features: { properties: object }[] }>('/api/zones')).features[0]!.properties).not.toHaveProperty('ring')
    expect((await api.app.inject({ url: '/api/zones?rings=true' })).statusCode).toBe(401)
    const villages = await get<AreaRings>('/api/rings/areas?level=village&limit=3')
    expect([villages.items.length, villages.next]).toEqual([3, villages.items[2]!.code])
    const all = [...villages.items, ...(await get<AreaRings>(`/api/rings/areas?level=village&cursor=${villages.next}`)).items]
    expect(all.find(({ code }) => code === village(0, 1, 1))!.ring.total).toBe(4)
    expect((await get<AreaRings>('/api/rings/areas?level=township')).items).toMatchObject([{ code: TOWNSHIPS[0], ring: { total: 0 } }, { code: TOWNSHIPS[1] }])
    // worked out once, and again where a checkpoint has changed
    const [before, again] = [await api.live.areaRings('village'), await api.live.areaRings('village')]
    expect(again.every(({ ring }, i) => ring === before[i]!.ring)).toBe(true)
    const { crossings: edge } = await get<{ crossings: ZoneCrossings['crossings'] }>(`/api/areas/${village(0, 1, 1)}/ring`)
    const { roadId, at } = edge.find(({ state }) => state === 'open')!
    const gate = { name: '村口', tier: 'village', state: 'staffed', green_lane: false, rule_card: { asks: [] }, road_id: roadId, geometry: { type: 'Point', coordinates: at } }
    const made = await post('/api/checkpoints', gate)
    await caughtUp(api.live, api.store)
    const after = await api.live.areaRings('village')
    const changed = after.filter(({ ring }, i) => ring !== before[i]!.ring)
    expect([changed.length > 0, changed.length < after.length]).toEqual([true, true])
    const now = await get<{ ring: object }>(`/api/areas/${village(0, 1, 1)}/ring`)
    expect(changed.find(({ area: { code } }) => code === village(0, 1, 1))?.ring).toEqual(now.ring)
    await api.app.inject({ method: 'DELETE', url: `/api/checkpoints/${made.json<{ id: number }>().id}`, headers: { ...headers, 'if-match': String(made.headers['etag']) } })
    expect(await get<object>(`/api/areas/${TOWNSHIPS[0]}/ring`)).toMatchObject({ ring: { total: 0 } })
    expect(await get<object>(`/api/areas/${village(0, 1, 1)}/ring`)).toMatchObject({ ring: { total: 4 } })
  })

  it('tells a ring that has changed in an event, once', async () => {
    const keep = () => tellRings({ store: api.store, rings: api.live.rings, seq: api.live.seq })
    const told = async () =>
      (await sql<{ verb: string; payload: { ring: object } }>`select verb, payload from events where noun = 'rings' and subject = ${zone} order by seq`.execute(api.store.db)).rows
    await caughtUp(api.live, api.store)
    expect(await keep()).toBe(true)
    expect(await told()).toMatchObject([{ payload: { before: null, ring: { total: 2 } } }])
    await caughtUp(api.live, api.store)
    expect([await keep(), (await told()).length]).toEqual([true, 1])
    const { features } = await get<{ features: { id: number; properties: { version: number; name: string } }[] }>('/api/checkpoints')
    const gate = features.find(({ properties }) => properties.name.startsWith('迎宾路'))!
    await api.app.inject({ method: 'DELETE', url: `/api/checkpoints/${gate.id}`, headers: { ...headers, 'if-match': `"c${gate.id}.${gate.properties.version}"` } })
    await caughtUp(api.live, api.store)
    expect(await keep()).toBe(true)
    expect(await told()).toMatchObject([{}, { verb: 'open', payload: { ring: { open: 1 } } }])
  })

  it('refuses a closure without an egress, and approval where closures cut people off', async () => {
    const closure = { name: '西口硬隔离', tier: 'village', state: 'planned', green_lane: false, rule_card: { asks: [] }, kind: 'closure' }
    const [west] = (await crossings()).crossings
    const point = { type: 'Point', coordinates: west!.at }
    const refused = await post('/api/checkpoints', { ...closure, road_id: west!.roadId, geometry: point })
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([422, 'closure_needs_egress'])
    const egress = { zh: '由东侧消防门疏散', en: 'Out by the fire door on the east side' }
    const made = await post('/api/checkpoints', { ...closure, road_id: west!.roadId, geometry: point, egress })
    expect([made.statusCode, made.json()]).toMatchObject([201, { properties: { kind: 'closure', egress } }])
    const access = await get<Static<typeof Access>>(`/api/zones/${zone}/access`)
    expect(access.cutOff).toMatchObject([{ buildings: 1, people: 30, streets: ['迎宾路'] }])
    expect(access.cutOff[0]!.lost).toContain('ambulance')
    expect(access.closures).toBe('planned')
    // planned closures stop nobody yet
    expect(await get<object>(`/api/zones/${zone}/access?closures=in_place`)).toMatchObject({ cutOff: [], closures: 'in_place' })
    const [lng, lat] = inside(2, 1)
    const seconds = async (closures: string) =>
      (await get<Static<typeof Reach>>(`/api/reach?lng=${lng}&lat=${lat}${closures}`)).places.map(({ seconds: s }) => s !== null)
    expect([await seconds(''), await seconds('&closures=in_place'), await seconds('&closures=planned')]).toEqual([[true, true], [true, true], [false, false]])

    const deps = zoneDepsOf(api.store)
    const { zone_id: draft } = await createZone(deps, actor(), { kind: 'sealed', content: content(units(village(0, 2, 1))) })
    const drafted = await get<ZoneCrossings>(`/api/zones/${draft}/crossings?draft=true`)
    expect([drafted.draft, drafted.ring.total]).toEqual([true, 2])
    const approve = () => api.app.inject({
      method: 'POST', url: `/api/zones/${draft}/approve`, headers: { ...reviewer, 'if-match': `"${draft}.d1"`, 'accept-language': 'en' }, payload: { hash: '0'.repeat(64) },
    })
    const blocked = (await approve()).json<{ code: string; detail: string }>()
    expect(blocked.code).toBe('care_cut_off')
    expect(blocked.detail).toContain('1 buildings (30 people)')
    const { id } = made.json<{ id: number }>()
    await api.app.inject({ method: 'DELETE', url: `/api/checkpoints/${id}`, headers: { ...headers, 'if-match': String(made.headers['etag']) } })
    expect((await approve()).json<{ code: string }>().code).not.toBe('care_cut_off')
  })

  it('plans gates at the places named alone, and refuses one that is no crossing', async () => {
    const { crossings: found } = await crossings()
    const [open, held] = [found.find(({ state }) => state === 'open')!, found.find(({ state }) => state === 'guarded')!]
    const plan = (at: unknown) => post(`/api/zones/${zone}/gates`, { kind: 'gate', tier: 'village', at })
    const off = await plan([open.at, [109.57, 34.539]])
    expect([off.statusCode, off.json<{ code: string }>().code]).toEqual([422, 'no_crossing_there'])
    expect((await plan([held.at])).json<ZoneCrossings>().ring).toMatchObject({ guarded: 1, planned: 0, open: 1 })
    expect((await plan([open.at])).json<ZoneCrossings>().ring).toMatchObject({ guarded: 1, planned: 1, open: 0 })
  })
})
