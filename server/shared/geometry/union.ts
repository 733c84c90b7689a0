import { featureCollection, feature } from '@turf/helpers'
import { union as turfUnion } from '@turf/union'
import type { MultiPolygon, Polygon } from 'geojson'
import { asMultiPolygon } from './as-multi-polygon.ts'

/**
 * What lies in any of the areas, planar in degrees [lng, lat] EPSG:4326; null when there is nothing. Exact
 * arithmetic (polyclip).
 */
export function union(areas: (Polygon | MultiPolygon)[]): MultiPolygon | null {
  if (areas.length === 0) return null
  // Turf takes two or more: joining an area with itself also joins its own parts
  const all = areas.length === 1 ? [areas[0]!, areas[0]!] : areas
  return asMultiPolygon(turfUnion(featureCollection(all.map((area) => feature(area))))?.geometry)
}
