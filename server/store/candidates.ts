import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { Db } from './connect.ts'
import { OVERLAY_GRID } from './geometry.ts'

/** A building this near to a site is the site's: sites are put on doors and kerbs, too. Metres. */
const NEAR_M = 30

export type Point = [number, number]

const given = (points: readonly Point[]) => sql`
  select n::int, ST_SetSRID(ST_MakePoint(lng, lat), 4326) as geom
  from unnest(${points.map(([lng]) => lng)}::float8[], ${points.map(([, lat]) => lat)}::float8[]) with ordinality as p (lng, lat, n)`

/** The places of the sites that there are among the numbers, [lng, lat]. */
export async function sitePoints(db: Db, ids: readonly number[]): Promise<Point[]> {
  const { rows } = await sql<{ lng: number; lat: number }>`
    select ST_X(geom) as lng, ST_Y(geom) as lat from sites where id = any(${ids}::bigint[]) order by id`.execute(db)
  return rows.map(({ lng, lat }) => [lng, lat])
}

export type PointUnit = { n: number; code: string; name: string; name_en: string | null }

/** For each point (numbered from 1) the smallest unit of the levels that holds it; a point in none is left out. */
export async function unitsOfPoints(db: Db, points: readonly Point[], levels: readonly string[]): Promise<PointUnit[]> {
  const { rows } = await sql<PointUnit>`
    select distinct on (n) n, code, name, name_en
    from (${given(points)}) p join areas a on a.geom && p.geom and ST_Covers(a.geom, p.geom)
    where a.level = any(${levels}::text[]) order by n, ST_Area(a.geom), code`.execute(db)
  return rows
}

/** The footprints of the buildings that the points are in or next to, as one ground, and how many points have none. */
export async function buildingsOfPoints(db: Db, points: readonly Point[]): Promise<{ geometry: MultiPolygon | null; uncovered: number }> {
  const { rows } = await sql<{ geometry: MultiPolygon | null; uncovered: number }>`
    with found as (
      select p.n, b.geom from (${given(points)}) p left join lateral (
        select geom from buildings
        where geom && ST_Expand(p.geom, 0.001) and ST_DWithin(geom::geography, p.geom::geography, ${NEAR_M}::float8)
        order by geom <-> p.geom, id limit 1
      ) b on true
    ), ground as (select ST_Union(geom, ${OVERLAY_GRID}) as geom, count(*) filter (where geom is null)::int as uncovered from found)
    select case when geom is null then null else ST_AsGeoJSON(ST_Multi(ST_CollectionExtract(geom, 3)), 7)::json end as geometry, uncovered
    from ground`.execute(db)
  return rows[0]!
}
