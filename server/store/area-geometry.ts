import { sql } from 'kysely'
import type { Geometry, MultiPolygon } from 'geojson'
import type { Bounds } from '#shared/geometry/position.ts'
import type { Db } from './connect.ts'
import { OVERLAY_GRID, toGeom } from './geometry.ts'

/**
 * Whether a geometry lies in an area, or at most `toleranceM` metres beyond its edge.
 * @returns undefined when no area has the code
 */
export async function isWithinArea(
  db: Db,
  code: string,
  geometry: Geometry,
  toleranceM: number,
): Promise<boolean | undefined> {
  const { rows } = await sql<{ within: boolean }>`
    select case when ST_Covers(geom, ${toGeom(geometry)}) then true
      else ST_Covers(ST_Buffer(geom::geography, ${toleranceM}::float8)::geometry, ${toGeom(geometry)}) end as within
    from areas where code = ${code}`.execute(db)
  return rows[0]?.within
}

/** An area's names. */
export async function areaName(db: Db, code: string): Promise<string | undefined> {
  return (await db.selectFrom('areas').select('name').where('code', '=', code).executeTakeFirst())?.name
}

// of a line with more corners an overlay may take minutes
const MOST_OVERLAY_CORNERS = 10_000

/**
 * The first six digits of the county that holds the largest part of a ground (of one with very many corners: that lies
 * nearest to its centre); where no county is loaded, of the area of the next level that holds it. Grounds are laid over
 * areas only where several of that level hold a part.
 */
export async function countyOf(db: Db, ground: MultiPolygon): Promise<string | undefined> {
  const { rows } = await sql<{ county: string }>`
    with touched as materialized (
      select left(code, 6) as county, code, geom, ground, rank() over (order by
        array_position(array['county', 'township', 'village', 'prefecture', 'province', 'compound', 'natural_village', 'grid'], level)) as rank
      from areas, (select ${toGeom(ground)} as ground) g
      where geom && ground and ST_Intersects(geom, ground)
    ), best as (select *, count(*) over () as n from touched where rank = 1)
    select county from best
    order by case when n = 1 then 0 when ST_NPoints(ground) > ${MOST_OVERLAY_CORNERS}::int then -ST_Distance(geom, ST_Centroid(ground))
      else ST_Area(ST_Intersection(geom, ground, ${OVERLAY_GRID})) end desc, code
    limit 1`.execute(db)
  return rows[0]?.county
}

/** [west, south, east, north] of all areas in degrees; undefined where none is loaded. */
export async function extentOfAreas(db: Db): Promise<Bounds | undefined> {
  const { rows } = await sql<{ bounds: Bounds | null }>`
    select case when box is null then null else array[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] end as bounds
    from (select ST_Extent(geom) as box from areas where parent_code is null) extent`.execute(db)
  return rows[0]?.bounds ?? undefined
}
