import { orientation } from './orientation.ts'
import type { LngLat } from './position.ts'

/**
 * Which side of the path before → node → after the direction node → q lies on:
 * 1 left, −1 right, 0 along the path itself. Exact. Source: the idea of JTS `PolygonNodeTopology`.
 *
 *          after
 *     left  /
 *   ———————•  right
 * before  node
 */
export function cornerSide(before: LngLat, node: LngLat, after: LngLat, q: LngLat): number {
  const turn = orientation(before[0], before[1], node[0], node[1], after[0], after[1])
  const first = Math.sign(orientation(before[0], before[1], node[0], node[1], q[0], q[1]))
  if (turn === 0) return first
  const second = Math.sign(orientation(node[0], node[1], after[0], after[1], q[0], q[1]))
  return turn > 0 ? Math.min(first, second) : Math.max(first, second)
}
