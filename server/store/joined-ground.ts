import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { Db } from './connect.ts'
import { OVERLAY_GRID, toGeom } from './geometry.ts'

/** An area together with polygons that may overlap it and each other. EPSG:4326, seven decimals. */
export async function joinedGround(db: Db, area: MultiPolygon, parts: MultiPolygon): Promise<MultiPolygon> {
  const all: MultiPolygon = { type: 'MultiPolygon', coordinates: [...area.coordinates, ...parts.coordinates] }
  const { rows } = await sql<{ geometry: MultiPolygon }>`
    select ST_AsGeoJSON(ST_Multi(ST_CollectionExtract(ST_UnaryUnion(${toGeom(all)}, ${OVERLAY_GRID}), 3)), 7)::json as geometry`.execute(db)
  return rows[0]!.geometry
}
