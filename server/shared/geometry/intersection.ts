import { featureCollection, feature } from '@turf/helpers'
import { intersect } from '@turf/intersect'
import type { MultiPolygon, Polygon } from 'geojson'
import { asMultiPolygon } from './as-multi-polygon.ts'

/**
 * What lies in both areas, planar in degrees [lng, lat] EPSG:4326; null when they do not overlap. Exact arithmetic
 * (polyclip).
 */
export function intersection(a: Polygon | MultiPolygon, b: Polygon | MultiPolygon): MultiPolygon | null {
  return asMultiPolygon(intersect(featureCollection([feature(a), feature(b)]))?.geometry)
}
