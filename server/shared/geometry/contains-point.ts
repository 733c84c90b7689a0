import type { MultiPolygon, Polygon, Position } from 'geojson'
import { orientation } from './orientation.ts'

/**
 * Whether [lng, lat] (EPSG:4326) lies in the area; edges and corners count as inside, also those of holes.
 * Exact for the coordinates given; a straight edge is straight in degrees, as PostGIS `geometry` has it.
 * Linear in the number of corners: for many points against one area use `prepareArea`.
 */
export function containsPoint(area: Polygon | MultiPolygon, lng: number, lat: number): boolean {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  return polygons.some((rings) => {
    let inside = false
    for (const ring of rings) {
      const side = ringSide(ring, lng, lat)
      if (side === 0) return true
      if (side > 0) inside = !inside
    }
    return inside
  })
}

/** 1 inside the ring, 0 on it, −1 outside; the ring is closed, in either direction. */
export function ringSide(ring: Position[], x: number, y: number): -1 | 0 | 1 {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number]
    const [bx, by] = ring[i] as [number, number]
    if (ay > y && by > y) continue
    if (ay < y && by < y) continue
    if (ay === y && by === y) {
      if (Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return 0
      continue
    }
    const side = orientation(ax, ay, bx, by, x, y)
    if (side === 0) return 0
    // half-open in y, so that a ray through a corner counts it once
    if (ay <= y !== by <= y && side > 0 === by > ay) inside = !inside
  }
  return inside ? 1 : -1
}
