import { sql } from 'kysely'
import type { Trx } from './transaction.ts'

/** Coarse to fine, as the order of levels in a division code. */
const RANK = sql`array['province','prefecture','county','township','village','grid','compound','natural_village']`

/**
 * Sets the parents a file names, once all its areas are in (a child may stand before its parent).
 * Returns how many rows changed and the codes whose parent is in no dataset; those keep the parent they had.
 */
export async function setParents(
  trx: Trx,
  source: string,
  parents: ReadonlyMap<string, string>,
): Promise<{ changed: number; unknown: string[] }> {
  if (parents.size === 0) return { changed: 0, unknown: [] }
  const wanted = JSON.stringify([...parents].map(([code, parent]) => ({ code, parent })))
  const result = await sql`
    update areas a set parent_code = w.parent
    from jsonb_to_recordset(${wanted}::jsonb) as w(code text, parent text)
    where a.source = ${source} and a.code = w.code and a.parent_code is distinct from w.parent
      and exists (select from areas p where p.code = w.parent)`.execute(trx)
  const missing = await sql<{ code: string }>`
    select w.code from jsonb_to_recordset(${wanted}::jsonb) as w(code text, parent text)
    where exists (select from areas a where a.source = ${source} and a.code = w.code)
      and not exists (select from areas p where p.code = w.parent)
    order by w.code`.execute(trx)
  return { changed: Number(result.numAffectedRows ?? 0n), unknown: missing.rows.map(({ code }) => code) }
}

/**
 * Gives areas without a parent the smallest area of a coarser level that covers a point inside them and at least 90 %
 * of their ground (boundaries of two levels seldom run exactly alike). Returns how many changed.
 */
export async function findParents(trx: Trx, source: string): Promise<number> {
  const result = await sql`
    update areas t set parent_code = f.parent
    from (
      select c.code, (
        select p.code from areas p
        where array_position(${RANK}, p.level) < array_position(${RANK}, c.level)
          and ST_Covers(p.geom, c.point) and ST_Area(p.geom) >= ST_Area(c.geom)
          and ST_Area(ST_Intersection(p.geom, c.geom)) >= 0.9 * ST_Area(c.geom)
        order by ST_Area(p.geom), p.code limit 1
      ) as parent
      from (select code, level, geom, ST_PointOnSurface(geom) as point from areas
        where source = ${source} and parent_code is null) c
    ) f
    where f.code = t.code and f.parent is not null`.execute(trx)
  return Number(result.numAffectedRows ?? 0n)
}
