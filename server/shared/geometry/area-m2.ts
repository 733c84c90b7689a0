import geographiclib from 'geographiclib-geodesic'
import type { MultiPolygon, Polygon, Position } from 'geojson'

/**
 * Geodesic area in m² on the WGS-84 ellipsoid; holes count off, ring direction does not matter.
 * Edges are geodesics, as in PostGIS `ST_Area(geography)`. Formula: Karney 2013, doi:10.1007/s00190-012-0578-z.
 */
export function areaM2(area: Polygon | MultiPolygon): number {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  let sum = 0
  for (const [shell, ...holes] of polygons) {
    if (!shell) continue
    sum += ringAreaM2(shell)
    for (const hole of holes) sum -= ringAreaM2(hole)
  }
  return sum
}

function ringAreaM2(ring: Position[]): number {
  const polygon = geographiclib.Geodesic.WGS84.Polygon(false)
  for (const [lng, lat] of ring.slice(0, -1)) polygon.AddPoint(lat!, lng!)
  return Math.abs(polygon.Compute(false, true).area ?? 0)
}
