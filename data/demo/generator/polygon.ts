import { cross, dist, nearestOnSegment } from './vector.ts'
import type { Xy } from './vector.ts'

/** An open ring: the first point is not repeated. */
export type Ring = readonly Xy[]

/** Signed area in square metres, positive when counter-clockwise. */
export const signedArea = (ring: Ring): number => ring.reduce((sum, p, i) => sum + cross(p, ring[(i + 1) % ring.length]!), 0) / 2

export const counterClockwise = (ring: Ring): Ring => (signedArea(ring) < 0 ? [...ring].reverse() : ring)

export const centroid = (ring: Ring): Xy => {
  const base = ring[0]!
  let [x, y, a] = [0, 0, 0]
  for (let i = 0; i < ring.length; i++) {
    const p: Xy = [ring[i]![0] - base[0], ring[i]![1] - base[1]]
    const next = ring[(i + 1) % ring.length]!
    const q: Xy = [next[0] - base[0], next[1] - base[1]]
    const k = cross(p, q)
    x += (p[0] + q[0]) * k
    y += (p[1] + q[1]) * k
    a += k
  }
  return a === 0 ? base : [base[0] + x / (3 * a), base[1] + y / (3 * a)]
}

/** Even-odd rule. */
export const insideRing = (p: Xy, ring: Ring): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!
    const b = ring[j]!
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

/** Distance in metres to the ring's line. */
export const distanceToRing = (p: Xy, ring: Ring): number =>
  ring.reduce((best, a, i) => Math.min(best, dist(p, nearestOnSegment(p, a, ring[(i + 1) % ring.length]!))), Infinity)
