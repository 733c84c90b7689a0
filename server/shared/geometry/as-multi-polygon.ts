import type { MultiPolygon, Polygon } from 'geojson'
import { rightHanded } from './ring-direction.ts'

/** A copy as a MultiPolygon by the right-hand rule (RFC 7946); null stays null and nothing becomes null. */
export function asMultiPolygon(area: Polygon | MultiPolygon | null | undefined): MultiPolygon | null {
  if (!area) return null
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  if (polygons.length === 0) return null
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rightHanded(rings)) }
}
