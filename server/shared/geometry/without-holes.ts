import type { MultiPolygon, Polygon } from 'geojson'
import { boundsOf } from './bounds.ts'
import { intersection } from './intersection.ts'

/**
 * The same ground, [lng, lat] EPSG:4326, in pieces of which none has a hole: each polygon is cut along the meridian
 * through the middle of its first hole, until no hole is left. For consumers of alerts (CAP 1.2, 3.2.4 `polygon`), which
 * have no way to say a hole and would take it for covered ground. A cut is less than 10⁻¹² degrees off the edges it
 * meets; nothing is rounded.
 */
export function withoutHoles({ coordinates }: MultiPolygon): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: coordinates.flatMap((rings) => pieces({ type: 'Polygon', coordinates: rings })) }
}

function pieces(polygon: Polygon): MultiPolygon['coordinates'] {
  const [, hole] = polygon.coordinates
  if (hole === undefined) return [polygon.coordinates]
  const [west, south, east, north] = boundsOf(polygon)
  const [left, , right] = boundsOf({ type: 'LineString', coordinates: hole })
  const middle = (left + right) / 2
  return [[west, middle] as const, [middle, east] as const].flatMap(([from, to]) => {
    const side = intersection(polygon, {
      type: 'Polygon', coordinates: [[[from, south], [to, south], [to, north], [from, north], [from, south]]],
    })
    return (side?.coordinates ?? []).flatMap((rings) => pieces({ type: 'Polygon', coordinates: rings }))
  })
}
