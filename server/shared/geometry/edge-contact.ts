import { orientation } from './orientation.ts'
import type { LngLat } from './position.ts'
import type { RingTable } from './ring-table.ts'

export type EdgeContact = { how: 'cross' | 'along' | 'touch'; at: LngLat }

/**
 * How edge a (from corner a to the next) and edge b meet: they cross properly, run along each other over some length,
 * or touch in one point that is a corner of one of them; null when they do not meet. Decided by exact predicates;
 * only the coordinates of a proper crossing are rounded.
 */
export function edgeContact({ x, y, next }: RingTable, a: number, b: number): EdgeContact | null {
  const ax = x[a]!
  const ay = y[a]!
  const bx = x[next[a]!]!
  const by = y[next[a]!]!
  const cx = x[b]!
  const cy = y[b]!
  const dx = x[next[b]!]!
  const dy = y[next[b]!]!
  const c = orientation(ax, ay, bx, by, cx, cy)
  const d = orientation(ax, ay, bx, by, dx, dy)
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return null
  if (c === 0 && d === 0) return collinearContact([ax, ay], [bx, by], [cx, cy], [dx, dy])
  const p = orientation(cx, cy, dx, dy, ax, ay)
  const q = orientation(cx, cy, dx, dy, bx, by)
  if ((p > 0 && q > 0) || (p < 0 && q < 0)) return null
  if (c === 0) return { how: 'touch', at: [cx, cy] }
  if (d === 0) return { how: 'touch', at: [dx, dy] }
  if (p === 0) return { how: 'touch', at: [ax, ay] }
  if (q === 0) return { how: 'touch', at: [bx, by] }
  const t = p / (p - q)
  return { how: 'cross', at: [ax + t * (bx - ax), ay + t * (by - ay)] }
}

function collinearContact(a: LngLat, b: LngLat, c: LngLat, d: LngLat): EdgeContact | null {
  // along one line the order of x (or of y, when it is vertical) is the order of the points
  const axis = a[0] === b[0] ? 1 : 0
  const [a0, a1] = a[axis] < b[axis] ? [a, b] : [b, a]
  const [c0, c1] = c[axis] < d[axis] ? [c, d] : [d, c]
  const from = a0[axis] > c0[axis] ? a0 : c0
  const to = a1[axis] < c1[axis] ? a1 : c1
  if (from[axis] > to[axis]) return null
  return { how: from[axis] < to[axis] ? 'along' : 'touch', at: from }
}
