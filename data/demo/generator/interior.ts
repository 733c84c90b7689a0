import type { Footprint } from './footprint.ts'
import { centroid, distanceToRing, insideRing, signedArea } from './polygon.ts'
import { add, dist, left, lerp, scale, sub, unit } from './vector.ts'
import type { Xy } from './vector.ts'

/** A point well inside a footprint: its centroid, or where that lies in a yard, a point behind the middle of its longest wall. */
export const interior = (footprint: Footprint): Xy => {
  const middle = centroid(footprint)
  const deepest = (p: Xy): boolean => insideRing(p, footprint) && distanceToRing(p, footprint) > 0.7
  if (deepest(middle)) return middle
  const inward = signedArea(footprint) > 0 ? 1 : -1
  const walls = footprint.map((a, i) => ({ a, b: footprint[(i + 1) % footprint.length]! })).sort((x, y) => dist(y.a, y.b) - dist(x.a, x.b))
  const found = walls.flatMap(({ a, b }) => [2.4, 1.2].map((depth) => add(lerp(a, b, 0.5), scale(left(unit(sub(b, a))), inward * depth)))).find(deepest)
  return found ?? middle
}
