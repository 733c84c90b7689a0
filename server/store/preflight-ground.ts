import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { AreaLevel } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { OVERLAY_GRID, toGeom } from './geometry.ts'

/** A ground or none as a PostGIS value. */
const groundOrNone = (ground: MultiPolygon | null) =>
  ground === null ? sql<string>`ST_GeomFromText('MULTIPOLYGON EMPTY', 4326)` : toGeom(ground)

/** The ground of `a` that is not in `b`; null where nothing (or less than a line's width) is left. EPSG:4326, [lng, lat]. */
export async function groundOnlyIn(db: Db, a: MultiPolygon | null, b: MultiPolygon | null): Promise<MultiPolygon | null> {
  if (a === null || b === null) return a
  const { rows } = await sql<{ ground: MultiPolygon | null }>`
    with left_over as (select ST_CollectionExtract(ST_Difference(${toGeom(a)}, ${toGeom(b)}, ${OVERLAY_GRID}), 3) as geom)
    select case when ST_Area(geom::geography) < 1 then null else ST_AsGeoJSON(ST_Multi(geom), 7)::json end as ground
    from left_over`.execute(db)
  return rows[0]?.ground ?? null
}

export type UnitShare = { code: string; level: AreaLevel; name: string; name_en: string | null; before: number; after: number }

/** The compounds, natural villages and villages that either ground touches, and the share of each that it covers, 0 to 1. */
export async function unitShares(db: Db, before: MultiPolygon | null, after: MultiPolygon): Promise<UnitShare[]> {
  const { rows } = await sql<UnitShare>`
    with ground as materialized (select ${groundOrNone(before)} as before, ${toGeom(after)} as after)
    select code, level, name, name_en, ${shareOf('before')} as before, ${shareOf('after')} as after
    from areas a, ground
    where a.level in ('compound', 'natural_village', 'village')
      and (a.geom && ground.before and ST_Intersects(a.geom, ground.before)
        or a.geom && ground.after and ST_Intersects(a.geom, ground.after))
    order by code`.execute(db)
  return rows
}

const shareOf = (ground: 'before' | 'after') => sql<number>`
  case when ST_Covers(ground.${sql.ref(ground)}, a.geom) then 1
    else ST_Area(ST_Intersection(a.geom, ground.${sql.ref(ground)}, ${OVERLAY_GRID})) / ST_Area(a.geom) end`

export type CountyShare = { code: string; name: string; name_en: string | null; ofGround: number; ofCounty: number; m2: number }

/** The counties that a ground is in: which share of the ground, which share of the county, and how many square metres. */
export async function countyShares(db: Db, ground: MultiPolygon): Promise<CountyShare[]> {
  const { rows } = await sql<CountyShare>`
    with ground as materialized (select ${toGeom(ground)} as geom),
    common as materialized (
      select code, name, name_en, a.geom as county, ST_Intersection(a.geom, ground.geom, ${OVERLAY_GRID}) as geom, ground.geom as whole
      from areas a, ground where a.level = 'county' and a.geom && ground.geom and ST_Intersects(a.geom, ground.geom)
    )
    select code, name, name_en, ST_Area(geom) / ST_Area(whole) as "ofGround", ST_Area(geom) / ST_Area(county) as "ofCounty",
      ST_Area(geom::geography) as m2
    from common order by 4 desc, code`.execute(db)
  return rows
}

/** How many holes of a ground another ground covers by at least `share`. */
export async function holesCovered(db: Db, before: MultiPolygon, after: MultiPolygon, share: number): Promise<number> {
  const { rows } = await sql<{ lost: number }>`
    with hole as (
      select ST_MakePolygon(ST_ExteriorRing(ring.geom)) as geom
      from ST_Dump(${toGeom(before)}) part, ST_DumpRings(part.geom) ring where ring.path[1] > 0
    )
    select count(*)::int as lost from hole
    where ST_Area(ST_Intersection(hole.geom, ${toGeom(after)}, ${OVERLAY_GRID})) >= ${share}::float8 * ST_Area(hole.geom)`.execute(db)
  return rows[0]?.lost ?? 0
}

/** People and square metres of all zones in force of a county, by their stored numbers. */
export async function countyInForce(db: Db, countyCode: string): Promise<{ zones: number; people: number; m2: number }> {
  const { rows } = await sql<{ zones: number; people: number; m2: number }>`
    select count(*)::int as zones, coalesce(sum((v.exposure ->> 'people')::float8), 0) as people,
      coalesce(sum((v.exposure ->> 'areaM2')::float8), 0) as m2
    from zone_periods p join zone_versions v using (zone_id, version) join zones z on z.id = p.zone_id
    where upper_inf(p.valid) and upper_inf(p.recorded) and z.county_code = ${countyCode}`.execute(db)
  return rows[0]!
}

export type HoldingUnit = { code: string; level: AreaLevel; name: string; name_en: string | null; geometry: MultiPolygon }

/** The units that hold most of a ground, the smallest level first. */
export async function unitsHolding(db: Db, ground: MultiPolygon): Promise<HoldingUnit[]> {
  const { rows } = await sql<HoldingUnit>`
    with ground as materialized (select ${toGeom(ground)} as geom)
    select code, level, name, name_en, ST_AsGeoJSON(a.geom, 7)::json as geometry
    from areas a, ground
    where a.level in ('compound', 'natural_village', 'village', 'township') and a.geom && ground.geom
      and ST_Area(ST_Intersection(a.geom, ground.geom, ${OVERLAY_GRID})) > 0.5 * ST_Area(ground.geom)
    order by array_position(array['compound', 'natural_village', 'village', 'township'], level), code`.execute(db)
  return rows
}
