import { difference as turfDifference } from '@turf/difference'
import { featureCollection, feature } from '@turf/helpers'
import type { MultiPolygon, Polygon } from 'geojson'
import { asMultiPolygon } from './as-multi-polygon.ts'

/**
 * The area less the others, planar in degrees [lng, lat] EPSG:4326; null when nothing is left.
 * With no others it is the area itself. Exact arithmetic (polyclip).
 */
export function difference(area: Polygon | MultiPolygon, others: (Polygon | MultiPolygon)[]): MultiPolygon | null {
  if (others.length === 0) return asMultiPolygon(structuredClone(area))
  return asMultiPolygon(turfDifference(featureCollection([area, ...others].map((one) => feature(one))))?.geometry)
}
