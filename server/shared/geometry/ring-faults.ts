import type { GeometryFault } from './fault.ts'
import type { LngLat } from './position.ts'

/** What is wrong with one ring by itself, before it is compared with others; null when it can be compared. */
export function ringFault(ring: LngLat[], polygon: number, index: number): GeometryFault | null {
  const first = ring[0]
  const last = ring.at(-1)
  if (!first || !last) return { code: 'too_few_points', polygon, ring: index, limit: 4, value: 0 }
  if (first[0] !== last[0] || first[1] !== last[1])
    return { code: 'ring_not_closed', polygon, ring: index, vertex: ring.length - 1, at: last }
  let corners = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    // the straight line over the date line and the way round the world are the same two numbers: not to be guessed
    if (Math.abs(bx - ax) > 180)
      return { code: 'crosses_antimeridian', polygon, ring: index, vertex: i - 1, at: [ax, ay] }
    if (ax !== bx || ay !== by) corners += 1
  }
  // a repeated corner is no fault (as in PostGIS), but does not count
  if (corners < 3) return { code: 'too_few_points', polygon, ring: index, at: first, limit: 4, value: corners + 1 }
  return null
}
