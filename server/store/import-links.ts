import { sql } from 'kysely'
import type { Trx } from './transaction.ts'

/** The tables whose rows name the finest area they stand in, and the point that decides it. */
const IN_AREAS = {
  places: 'geom',
  buildings: 'ST_PointOnSurface(geom)',
  addresses: 'geom',
  checkpoints: 'geom',
} as const

/**
 * Gives rows without an area code the smallest area that covers them; where none does they stay without.
 * `source` limits it to one dataset, null takes all (after new areas). Returns how many rows changed.
 */
export async function linkToAreas(trx: Trx, source: string | null): Promise<number> {
  let changed = 0
  for (const [table, point] of Object.entries(IN_AREAS)) {
    const result = await sql`
      update ${sql.table(table)} t set area_code = f.code
      from (
        select o.id, (select a.code from areas a where ST_Covers(a.geom, o.point) order by ST_Area(a.geom), a.code limit 1) as code
        from (select id, ${sql.raw(point)} as point from ${sql.table(table)}
          where area_code is null and (${source}::text is null or source = ${source})) o
      ) f
      where f.id = t.id and f.code is not null`.execute(trx)
    changed += Number(result.numAffectedRows ?? 0n)
  }
  return changed
}

/** Gives addresses without a building the building they stand in, if any. Returns how many changed. */
export async function linkAddressesToBuildings(trx: Trx, source: string): Promise<number> {
  const result = await sql`
    update addresses t set building_id = f.building_id
    from (
      select a.id, (select b.id from buildings b where ST_Covers(b.geom, a.geom) order by ST_Area(b.geom), b.id limit 1) as building_id
      from addresses a where a.source = ${source} and a.building_id is null
    ) f
    where f.id = t.id and f.building_id is not null`.execute(trx)
  return Number(result.numAffectedRows ?? 0n)
}
