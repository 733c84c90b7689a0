import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { OVERLAY_GRID, toGeom } from './geometry.ts'
import { IN_FORCE } from './periods.ts'

/** The codes among `codes` that no area has. */
export async function unknownCodes(db: Db, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${codes}::text[]) as asked (code)
    where not exists (select from areas where areas.code = asked.code)`.execute(db)
  return rows.map((row) => row.code)
}

/** Zones in force of the stricter kinds that touch the areas' bounds, and whether PostGIS calls their ground valid. */
export async function stricterZones(
  db: Db,
  codes: readonly string[],
  kinds: readonly ZoneKind[],
): Promise<{ zoneId: string; valid: boolean }[]> {
  const { rows } = await sql<{ zoneId: string; valid: boolean }>`
    select p.zone_id as "zoneId", ST_IsValid(v.geom) as valid
    from zone_periods p join zone_versions v using (zone_id, version) join zones z on z.id = p.zone_id
    where ${IN_FORCE} and z.kind = any(${kinds}::text[])
      and exists (select from areas a where a.code = any(${codes}::text[]) and a.geom && v.geom)
    order by p.zone_id`.execute(db)
  return rows
}

/**
 * The union of the areas less the given zones' versions in force, on the grid; `null` where nothing is left.
 * EPSG:4326, [lng, lat], at most seven decimals.
 */
export async function areasLessZones(
  db: Db,
  codes: readonly string[],
  zoneIds: readonly string[],
): Promise<MultiPolygon | null> {
  const { rows } = await sql<{ ground: MultiPolygon | null }>`
    with base as (
      select ST_Union(geom, ${OVERLAY_GRID}) as geom from areas where code = any(${codes}::text[])
    ), stricter as (
      select ST_Union(v.geom, ${OVERLAY_GRID}) as geom
      from zone_periods p join zone_versions v using (zone_id, version)
      where ${IN_FORCE} and p.zone_id = any(${zoneIds}::text[])
    ), ground as (
      select case when stricter.geom is null then base.geom
        else ST_Difference(base.geom, stricter.geom, ${OVERLAY_GRID}) end as geom
      from base, stricter
    )
    select case when ST_IsEmpty(geom) then null
      else ST_AsGeoJSON(ST_Multi(ST_CollectionExtract(geom, 3)), 7)::json end as ground
    from ground`.execute(db)
  return rows[0]?.ground ?? null
}

/** PostGIS's word on a geometry: `null` when valid, else its reason and place ([lng, lat]). */
export async function invalidity(
  db: Db,
  geometry: MultiPolygon,
): Promise<{ reason: string; at: [number, number] | null } | null> {
  const { rows } = await sql<{ valid: boolean; reason: string; lng: number | null; lat: number | null }>`
    select valid, coalesce(reason, '') as reason, ST_X(location) as lng, ST_Y(location) as lat
    from ST_IsValidDetail(${toGeom(geometry)})`.execute(db)
  const { valid, reason, lng, lat } = rows[0]!
  return valid ? null : { reason, at: lng === null || lat === null ? null : [lng, lat] }
}
