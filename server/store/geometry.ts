import { sql, type RawBuilder } from 'kysely'
import type { Geometry } from 'geojson'
import { geometryText } from '#shared/geometry/geometry-text.ts'
import { sourceOf } from '#shared/geometry/long-area.ts'
import { writeWkb } from './write-wkb.ts'

/**
 * Degrees. Overlays are computed on this grid, which is also the stored precision: neighbours share their corners, and no
 * overlay fails, as one of doubles does on nearly coincident edges.
 */
export const OVERLAY_GRID = sql<number>`1e-7::float8`

/** A GeoJSON geometry (EPSG:4326, [lng, lat]) as a PostGIS value; a long one that is laid flat goes as it lies. */
export function toGeom(geometry: Geometry): RawBuilder<string> {
  const source = sourceOf(geometry)
  if (source === undefined || 'text' in source) return sql<string>`ST_SetSRID(ST_GeomFromGeoJSON(${geometryText(geometry)}), 4326)`
  return sql<string>`ST_GeomFromWKB(${writeWkb(source)}, 4326)`
}

/** A geometry column or expression as a GeoJSON object with at most seven decimals. */
export const geoJson = <T extends Geometry>(column: string): RawBuilder<T> =>
  sql<T>`ST_AsGeoJSON(${sql.ref(column)}, 7)::json`

/** `[west, south, east, north]` as a PostGIS envelope. */
export const envelope = ([west, south, east, north]: readonly [number, number, number, number]): RawBuilder<string> =>
  sql<string>`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`
