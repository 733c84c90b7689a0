import type { MultiPolygon } from 'geojson'
import type { LngLat } from '../geometry/position.ts'
import { metresPerDegree } from '../roads/segment-m.ts'

/** Metres from a place to the nearest edge of an area, inside or outside; degrees, EPSG:4326, [lng, lat]. */
export function edgeMetres({ coordinates }: MultiPolygon, [lng, lat]: Readonly<LngLat>): number {
  const [kx, ky] = metresPerDegree(lat)
  let nearest = Infinity
  for (const ring of coordinates.flat()) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [px, py] = [(ring[i]![0]! - lng) * kx, (ring[i]![1]! - lat) * ky]
      const [ux, uy] = [(ring[i + 1]![0]! - lng) * kx - px, (ring[i + 1]![1]! - lat) * ky - py]
      const length2 = ux * ux + uy * uy
      const part = length2 > 0 ? Math.min(1, Math.max(0, -(px * ux + py * uy) / length2)) : 0
      nearest = Math.min(nearest, Math.hypot(px + part * ux, py + part * uy))
    }
  }
  return nearest
}
