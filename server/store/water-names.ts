import { sql } from 'kysely'
import type { Db } from './connect.ts'

export type WaterName = { name: string; nameEn: string | null }

/** Named water farther than this from the middle of a bridge does not run under it; degrees, some 50 m. */
const UNDER = 0.0005

/** For each place, [lng, lat] EPSG:4326, the named water there, or null. */
export async function waterNames(db: Db, places: readonly (readonly [number, number])[]): Promise<(WaterName | null)[]> {
  if (places.length === 0) return []
  const { rows } = await sql<{ name: string | null; nameEn: string | null }>`
    select w.name, w.name_en as "nameEn"
    from jsonb_array_elements(${JSON.stringify(places)}::jsonb) with ordinality as p(place, number)
    cross join lateral (select ST_SetSRID(ST_MakePoint((place ->> 0)::float8, (place ->> 1)::float8), 4326) as at) s
    left join lateral (
      select name, name_en from water where name is not null and ST_DWithin(geom, s.at, ${UNDER}) order by ST_Distance(geom, s.at), id limit 1
    ) w on true
    order by p.number`.execute(db)
  return rows.map(({ name, nameEn }) => (name === null ? null : { name, nameEn }))
}
