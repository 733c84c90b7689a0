import { sql, type RawBuilder } from 'kysely'
import type { Geometry } from 'geojson'
import { geometryText } from '#shared/geometry/geometry-text.ts'

/** A GeoJSON geometry (EPSG:4326, [lng, lat]) as a PostGIS value. */
export const toGeom = (geometry: Geometry): RawBuilder<string> =>
  sql<string>`ST_SetSRID(ST_GeomFromGeoJSON(${geometryText(geometry)}), 4326)`

/** A geometry column or expression as a GeoJSON object with at most seven decimals. */
export const geoJson = <T extends Geometry>(column: string): RawBuilder<T> =>
  sql<T>`ST_AsGeoJSON(${sql.ref(column)}, 7)::json`

/** `[west, south, east, north]` as a PostGIS envelope. */
export const envelope = ([west, south, east, north]: readonly [number, number, number, number]): RawBuilder<string> =>
  sql<string>`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`
