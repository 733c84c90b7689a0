import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Trx } from './transaction.ts'
import { IN_FORCE } from './periods.ts'

/**
 * The zones in force of one kind whose ground is what stricter zones leave over (`rest_of`, or `units` with
 * `minus_stricter`), and whose area or units touch the changed ground. Ids, in order.
 */
export async function followersTouching(trx: Trx, kind: ZoneKind, changed: readonly MultiPolygon[]): Promise<string[]> {
  // one by one: GEOS refuses collections whose parts overlap, and what was and what is do
  const grounds = changed.map((geometry) => JSON.stringify(geometry))
  const { rows } = await sql<{ zone_id: string }>`
    with changed as materialized (
      select ST_SetSRID(ST_GeomFromGeoJSON(ground), 4326) as geom from unnest(${grounds}::text[]) ground
    )
    select p.zone_id
    from zone_periods p join zone_versions v using (zone_id, version) join zones z on z.id = p.zone_id
    where ${IN_FORCE} and z.kind = ${kind}
      and (v.definition ->> 'type' = 'rest_of' or v.definition ->> 'minus_stricter' = 'true')
      and exists (
        select from areas a join changed on ST_Intersects(a.geom, changed.geom)
        where a.code = v.definition ->> 'area' or v.definition -> 'codes' ? a.code)
    order by p.zone_id`.execute(trx)
  return rows.map((row) => row.zone_id)
}

/** Whether two grounds cover the same points (PostGIS `ST_Equals`), however they are written. */
export async function sameGround(trx: Trx, a: MultiPolygon, b: MultiPolygon): Promise<boolean> {
  const geom = (geometry: MultiPolygon) => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326)`
  const { rows } = await sql<{ same: boolean }>`select ST_Equals(${geom(a)}, ${geom(b)}) as same`.execute(trx)
  return rows[0]!.same
}
