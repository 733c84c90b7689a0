import { sql } from 'kysely'
import type { Trx } from './transaction.ts'

export type SpreadRequest = {
  total: number
  buildingsOf: string | null
  areaCode: string | null
  source: string
  asOf: string
  notResidential: readonly string[]
}

export type SpreadFound = { buildings: number; floorsUnknown: number; alreadyCounted: number; changed: number }

export async function areaExists(trx: Trx, code: string): Promise<boolean> {
  return (await trx.selectFrom('areas').select('code').where('code', '=', code).executeTakeFirst()) !== undefined
}

/**
 * Writes one population row a building: `total` × footprint × floors ÷ the sum of them (unknown floors count as one).
 * A building stands in the area when a point inside it does. Buildings counted by another dataset are left out, lest
 * their people count twice; rows of an earlier spread under the same source that no longer apply are removed.
 */
export async function spreadOverBuildings(trx: Trx, request: SpreadRequest): Promise<SpreadFound> {
  const { total, buildingsOf, areaCode, source, asOf, notResidential } = request
  const { rows } = await sql<SpreadFound>`
    with homes as materialized (
      select b.id, b.source || ':' || b.source_id as key, b.levels is null as floors_unknown,
        ST_Area(b.geom::geography) * greatest(coalesce(b.levels, 1), 1) as weight,
        exists (select from population p where p.building_id = b.id and p.source <> ${source}) as counted
      from buildings b
      where (${buildingsOf}::text is null or b.source = ${buildingsOf})
        and (b.use is null or b.use <> all(${notResidential}::text[]))
        and (${areaCode}::text is null or exists (
          select from areas a where a.code = ${areaCode} and ST_Covers(a.geom, ST_PointOnSurface(b.geom))))
    ), shares as materialized (
      select id, key, floors_unknown, ${total}::double precision * weight / sum(weight) over () as people
      from homes where not counted
    ), done as (
      insert into population as t (basis, method, people, building_id, source, source_id, as_of)
      select 'building', 'dasymetric', people, id, ${source}, key, ${asOf}::date from shares
      on conflict (source, source_id) do update
        set people = excluded.people, building_id = excluded.building_id, as_of = excluded.as_of
        where abs(t.people - excluded.people) > 1e-9 * excluded.people
          or (t.building_id, t.as_of) is distinct from (excluded.building_id, excluded.as_of)
      returning 1
    ), gone as (
      delete from population p where p.source = ${source} and not exists (select from shares s where s.key = p.source_id)
      returning 1
    )
    select (select count(*) from shares) as buildings,
      (select count(*) from shares where floors_unknown) as "floorsUnknown",
      (select count(*) from homes where counted) as "alreadyCounted",
      (select count(*) from done) + (select count(*) from gone) as changed`.execute(trx)
  return rows[0] ?? { buildings: 0, floorsUnknown: 0, alreadyCounted: 0, changed: 0 }
}
