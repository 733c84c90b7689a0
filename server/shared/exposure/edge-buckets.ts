import type { PreparedArea } from '../geometry/prepare-area.ts'
import type { BuildingBuckets } from './building-buckets.ts'
import { intervalAt } from './interval-at.ts'

/**
 * The edges of an area near each bucket of one row, in linked lists: `first[c]`, then `next` until −1; `west` is the
 * westernmost bucket that has the same edge.
 */
export type EdgeBuckets = { first: Int32Array; next: Int32Array; edge: Int32Array; west: Int32Array }

export type EdgeRow = {
  edges(): EdgeBuckets
  /** Notes the edge for all buckets of the row with a building that it could meet. */
  add(edge: number, row: number): void
  clear(): void
}

/** Room for the edges near the buckets of one row. */
export function createEdgeRow(
  { ax, ay, bx, by }: PreparedArea,
  { xs, ys, reach: [wide, high] }: Pick<BuildingBuckets, 'xs' | 'ys' | 'reach'>,
): EdgeRow {
  const columns = xs.length - 1
  const first = new Int32Array(columns).fill(-1)
  let next = new Int32Array(1024)
  let edge = new Int32Array(1024)
  let west = new Int32Array(1024)
  let used = 0
  const push = (column: number, i: number, from: number) => {
    if (used === next.length) {
      next = grown(next)
      edge = grown(edge)
      west = grown(west)
    }
    next[used] = first[column]!
    edge[used] = i
    west[used] = from
    first[column] = used++
  }
  const add = (i: number, row: number): void => {
    const south = ys[row]! - high
    const north = ys[row + 1]! + high
    const down = ay[i]! > by[i]!
    const lowX = down ? bx[i]! : ax[i]!
    const lowY = down ? by[i]! : ay[i]!
    const highX = down ? ax[i]! : bx[i]!
    const highY = down ? ay[i]! : by[i]!
    const slope = highY > lowY ? (highX - lowX) / (highY - lowY) : 0
    const x0 = lowY >= south ? lowX : lowX + slope * (south - lowY)
    const x1 = highY <= north ? highX : lowX + slope * (north - lowY)
    const from = Math.max(0, intervalAt(xs, Math.min(x0, x1) - wide))
    const to = Math.min(columns - 1, intervalAt(xs, Math.max(x0, x1) + wide))
    for (let column = from; column <= to; column++) push(column, i, from)
  }
  const clear = () => {
    first.fill(-1)
    used = 0
  }
  return { edges: () => ({ first, next, edge, west }), add, clear }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length)
  larger.set(array)
  return larger
}
