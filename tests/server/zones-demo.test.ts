import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../server/domain/demo.ts'
import { publishDemoZones, readDemoZones } from '../../server/domain/demo-zones.ts'
import { zoneDetails } from '../../server/domain/zones-details.ts'
import { createLive } from '../../server/live/create-live.ts'
import { readRulePacks } from '../../server/rule-packs.ts'
import type { Store } from '../../server/store/connect.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'

const NOW = new Date()

describe.each(ENGINES)('the demo district’s zones on the %s engine', (engine) => {
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadDemo(store)
    const live = await createLive(store)
    await publishDemoZones({ store, now: () => NOW, figures: await live.figures(), packs: (await readRulePacks()).byId }, await readDemoZones())
    await live.close()
  })
  afterAll(() => store.close())

  it('are a sealed zone, a ring with a hole round it, and the rest of the township, without a gap', async () => {
    const [sealed, ring, rest] = await Promise.all(['990101-S-0001', '990101-C-0001', '990101-P-0001'].map((id) => zoneDetails(store.db, id, NOW)))
    expect([sealed, ring, rest].map((zone) => [zone!.state, zone!.version, zone!.published_by])).toEqual(Array.from({ length: 3 }, () => ['in_force', 1, '演示 demo']))
    expect(ring!.geometry.coordinates.some((polygon) => polygon.length > 1)).toBe(true)
    expect(new Date(sealed!.review_by).getTime() - NOW.getTime()).toBe(14 * 86_400_000)
    const { rows } = await sql<{ same: boolean; off: number; whole: number; overlap: number }>`
      with zone as (select geom from zone_versions),
        township as (select geom from areas where code = '990101001000')
      select ST_Equals((select ST_Union(geom) from zone), (select geom from township)) as same,
        (select sum(ST_Area(geom::geography)) from zone) - (select ST_Area(geom::geography) from township) as off,
        (select ST_Area(geom::geography) from township) as whole,
        (select count(*)::int from zone a join zone b on ST_Relate(a.geom, b.geom, 'T********')) - 3 as overlap`.execute(store.db)
    expect(rows[0]).toMatchObject({ same: true, overlap: 0 })
    expect(Math.abs(rows[0]!.off) / rows[0]!.whole).toBeLessThan(1e-9)
  })

  it('count the people of the township once', async () => {
    const { rows } = await sql<{ zones: number; township: number }>`
      select (select sum((exposure ->> 'people')::int)::int from zone_versions) as zones,
        (select round(sum(p.people))::int from population p join buildings b on b.id = p.building_id, areas a
          where a.code = '990101001000' and ST_Covers(a.geom, ST_PointOnSurface(b.geom))) as township`.execute(store.db)
    expect(rows[0]!.zones).toBeGreaterThan(10_000)
    expect(Math.abs(rows[0]!.zones - rows[0]!.township)).toBeLessThanOrEqual(3)
  })
})
