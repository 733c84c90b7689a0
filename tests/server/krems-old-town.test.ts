import type { MultiPolygon } from 'geojson'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { rawCrossings } from '#shared/roads/raw-crossings.ts'
import type { Access, Crossings, LeastGates } from '#shared/schema/roads.ts'
import { toGeom } from '../../server/store/geometry.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { KREMS_OLD_TOWN } from '../support/krems-old-town.ts'
import { importMap } from './roads-fixture.ts'
import { content, drawn } from './zones-fixture.ts'

type Found = Static<typeof Crossings>
const LEFT_OPEN = new Set(['Wiener Brücke', 'Obere Landstraße'])

/** What the README says of the old town of Krems, on the real map. */
describe('the old town of Krems, sealed', () => {
  let api: TestApi
  let headers: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi('server', (store) => importMap(store, 'krems.osm.pbf', 24_610))
    headers = await api.signIn(['drafter', 'publisher'])
  })
  afterAll(() => api.close())

  const send = async <T>(url: string, payload: object): Promise<T> => {
    const response = await api.app.inject({ method: 'POST', url, headers, payload })
    expect([url, response.statusCode < 300 ? '' : response.body]).toEqual([url, ''])
    return response.json<T>()
  }
  const ask = <T>(path: string, geometry: object = KREMS_OLD_TOWN) => send<T>(`/api/${path}`, { geometry })

  it('has the crossings that PostGIS finds', async () => {
    const { crossings, ring, roads } = await ask<Found>('crossings')
    const { rows } = await sql<{ road: number; x: number; y: number }>`
      select r.id as road, ST_X(d.geom) as x, ST_Y(d.geom) as y
      from roads r, ST_Boundary(${toGeom(KREMS_OLD_TOWN)}) edge, ST_Dump(ST_Intersection(r.geom, edge)) d
      where r.geom && edge and ST_Intersects(r.geom, edge) and r.class <> 'rail'`.execute(api.store.db)
    // a road that leaves and comes back at once is two crossings of the line and no place to guard
    expect([rows.length, ring.total, ring.open]).toEqual([22, 20, 20])
    expect(rawCrossings((await api.live.roads()).graph, prepareArea(KREMS_OLD_TOWN))).toHaveLength(rows.length)
    for (const { roadId, at: [x, y] } of crossings)
      expect(rows.some((row) => row.road === roadId && Math.abs(row.x - x!) < 1e-9 && Math.abs(row.y - y!) < 1e-9)).toBe(true)
    expect(roads).toMatchObject({ oldest: '2013-12-16', buildings: 222, notSurveyed: 0 })
  })

  it('needs six gates instead of twenty where the line moves out by 300 m, and they close it', async () => {
    const { drawn, gates, sealed, between } = await ask<Static<typeof LeastGates>>('gates/least?max_out=300')
    expect([drawn.length, gates.length]).toEqual([20, 6])
    expect(gates.map(({ name }) => name).toSorted()).toEqual(['Dinstlstraße', 'Gartenaugasse', 'Kremstalstraße', 'Ringstraße', 'Schießstattgasse', 'Wiener Brücke'])
    expect(between).toMatchObject({ buildings: 126, people: 1099 })
    const { ring, crossings } = await ask<Found>('crossings', sealed as MultiPolygon)
    expect(ring.total).toBe(6)
    expect(crossings.map(({ name }) => name).toSorted()).toEqual(gates.map(({ name }) => name).toSorted())
  })

  it('gives a draft the sealed line and its six gates, all or nothing', async () => {
    const made = await api.app.inject({ method: 'POST', url: '/api/zones', headers, payload: { kind: 'controlled', content: content(drawn(KREMS_OLD_TOWN)) } })
    expect([made.statusCode, made.statusCode < 300 ? '' : made.body]).toEqual([201, ''])
    const id = made.json<{ zone_id: string }>().zone_id
    const take = (tag: string) => api.app.inject({ method: 'POST', url: `/api/zones/${id}/gates/least`, headers: { ...headers, 'if-match': tag }, payload: { tier: 'township', max_out: 300 } })
    expect((await take(`"${id}.d9"`)).statusCode).toBe(412)
    const gates = async () => (await sql<{ n: number }>`select count(*)::int as n from checkpoints where state = 'planned'`.execute(api.store.db)).rows[0]!.n
    const before = await gates()
    const taken = await take(String(made.headers['etag']))
    expect([taken.statusCode, taken.statusCode < 300 ? '' : taken.body]).toEqual([201, ''])
    expect(taken.json<Found>().ring).toMatchObject({ total: 6, planned: 6, open: 0 })
    expect((await gates()) - before).toBe(6)
    const { rows } = await sql<{ revision: number; grown: boolean; kind: string }>`
      select revision, ST_Area(ST_Difference(${toGeom(KREMS_OLD_TOWN)}, geom)) < 1e-10 and ST_Area(geom) > ST_Area(${toGeom(KREMS_OLD_TOWN)}) as grown, content -> 'definition' ->> 'type' as kind
      from zone_drafts where zone_id = ${id}`.execute(api.store.db)
    expect(rows).toEqual([{ revision: 2, grown: true, kind: 'drawn' }])
    await sql`update checkpoints set state = 'withdrawn' where state = 'planned'`.execute(api.store.db)
  })

  it('tells a road without a name by what it joins', async () => {
    const town = { type: 'Polygon', coordinates: [[[15.55, 48.38], [15.68, 48.38], [15.68, 48.45], [15.55, 48.45], [15.55, 48.38]]] }
    const { singlePoints } = await ask<Static<typeof Access>>('access', town)
    const nameless = singlePoints.filter(({ name, ref }) => (name ?? ref) === null)
    expect(nameless.map(({ joins }) => joins.map(({ name }) => name))).toEqual([['Am Frachtenbahnhof'], ['Wachaustraße'], ['Neustifter Straße']])
  })

  it('says who would have been trapped had all roads but two been barred', async () => {
    const before = await ask<Static<typeof Access>>('access')
    expect([before.people, before.cutOff]).toEqual([1528, []])
    const { crossings } = await ask<Found>('crossings')
    for (const { name, at, roadId } of crossings.filter((crossing) => !LEFT_OPEN.has(crossing.name ?? '')))
      await send('/api/checkpoints', {
        name: `${name ?? '无名路'}硬隔离`, tier: 'village', state: 'planned', kind: 'closure', green_lane: false, rule_card: { asks: [] }, road_id: roadId,
        egress: { zh: '由消防通道疏散', en: 'Out by the fire route' }, geometry: { type: 'Point', coordinates: at },
      })
    const barred = await ask<Static<typeof Access>>('access')
    expect(barred.cutOff).toMatchObject([{ buildings: 3, people: 10, lost: ['ambulance', 'fire_engine'], streets: ['Eisentürgasse', 'Piaristengasse'] }])
    expect((await ask<Static<typeof Access>>('access?closures=in_place')).cutOff).toEqual([])
  })
})
