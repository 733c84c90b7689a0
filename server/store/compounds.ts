import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { Compound } from '#shared/roads/supply.ts'
import type { Db } from './connect.ts'
import { toGeom } from './geometry.ts'

/** The compounds and natural villages of which a point in the middle lies on a ground, by code. */
export async function compoundsIn(db: Db, ground: MultiPolygon): Promise<Compound[]> {
  const { rows } = await sql<Compound>`
    select code, name, name_en as "nameEn", ST_AsGeoJSON(geom, 7)::json as geometry
    from areas, (select ${toGeom(ground)} as ground offset 0) g
    where level in ('compound', 'natural_village') and geom && ground and ST_Intersects(ST_PointOnSurface(geom), ground)
    order by code`.execute(db)
  return rows
}
