import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/connect.ts'
import { referenceZones } from '../bench/reference-zones.ts'
import { referencePoints } from '../bench/zone-index/reference-points.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'

const ZONES = 2000
const POINTS = { embedded: 20_000, server: 100_000 }

describe.each(ENGINES)('the zone index and ST_Covers on %s', (engine) => {
  let store: Store
  const zones = referenceZones(ZONES, 'box')
  const index = createZoneIndex(zones)

  beforeAll(async () => {
    store = await openTestDatabase(engine)
    const rows = JSON.stringify(zones.map(({ id, geometry }) => ({ id, geometry })))
    await sql`create table referee_zones (id text primary key, geom geometry(multipolygon, 4326))`.execute(store.db)
    await sql`insert into referee_zones
      select zone ->> 'id', ST_SetSRID(ST_GeomFromGeoJSON(zone ->> 'geometry'), 4326)
      from jsonb_array_elements(${rows}::jsonb) zone`.execute(store.db)
    await sql`create index on referee_zones using gist (geom)`.execute(store.db)
    await sql`analyze referee_zones`.execute(store.db)
  })
  afterAll(() => store.close())

  it('name the same zones for every random point', async () => {
    const points = referencePoints(zones, 'box', POINTS[engine], (lng, lat) => index.strictestAt(lng, lat) !== null)
    const xs = Array.from({ length: POINTS[engine] }, (_, i) => points[2 * i]!)
    const ys = Array.from({ length: POINTS[engine] }, (_, i) => points[2 * i + 1]!)
    const { rows } = await sql<{ n: number; ids: string[] }>`
      select p.n::int as n, array_agg(z.id order by z.id) as ids
      from unnest(${xs}::float8[], ${ys}::float8[]) with ordinality p (x, y, n)
      join referee_zones z on ST_Covers(z.geom, ST_SetSRID(ST_MakePoint(p.x, p.y), 4326))
      group by p.n`.execute(store.db)
    const covering = new Map(rows.map(({ n, ids }) => [n - 1, ids]))
    const wrong: string[] = []
    for (let i = 0; i < xs.length; i++) {
      const found = index.at(xs[i]!, ys[i]!).toSorted().join()
      const expected = covering.get(i)?.join() ?? ''
      if (found !== expected) wrong.push(`${xs[i]} ${ys[i]}: ST_Covers ${expected}, the index ${found}`)
    }
    expect(wrong).toEqual([])
    expect(covering.size).toBeGreaterThan(POINTS[engine] / 3)
  })
})
