import { orientation } from '../geometry/orientation.ts'
import type { PreparedArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import type { EdgeBuckets } from './edge-buckets.ts'

export type RowWalk = {
  /** Whether the point, in bucket `column` of the row, is in the area or on its edge; columns must not fall. */
  contains(x: number, y: number, column: number): boolean
  /** Goes to another row, whose edges are these. */
  begin(edges: EdgeBuckets): void
}

/**
 * Exact answers for points of one row of buckets after another, each from the one before: the straight way between two
 * points runs through buckets of the row only, so inside changes to outside as often as it crosses their edges. Where
 * the way or a point touches a corner or an edge, the whole area is asked.
 */
export function createRowWalk(area: PreparedArea): RowWalk {
  const { ax, ay, bx, by } = area
  let edges: EdgeBuckets
  let [atX, atY, atColumn, inside] = [0, 0, -1, false]

  /** 1 for a crossing, 0 for none, NaN where something touches. */
  const crossing = (e: number, x: number, y: number): number => {
    const [x0, y0, x1, y1] = [ax[e]!, ay[e]!, bx[e]!, by[e]!]
    if ((x0 < atX && x1 < atX && x0 < x && x1 < x) || (x0 > atX && x1 > atX && x0 > x && x1 > x)) return 0
    if ((y0 < atY && y1 < atY && y0 < y && y1 < y) || (y0 > atY && y1 > atY && y0 > y && y1 > y)) return 0
    const here = orientation(x0, y0, x1, y1, atX, atY)
    const there = orientation(x0, y0, x1, y1, x, y)
    if (here === 0 || there === 0) return Number.NaN
    if (here > 0 === there > 0) return 0
    const start = orientation(atX, atY, x, y, x0, y0)
    const end = orientation(atX, atY, x, y, x1, y1)
    if (start === 0 || end === 0) return Number.NaN
    return start > 0 === end > 0 ? 0 : 1
  }

  const crossings = (x: number, y: number, column: number): number => {
    let sum = 0
    for (let c = atColumn; c <= column; c++)
      for (let k = edges.first[c]!; k >= 0; k = edges.next[k]!)
        if (c === atColumn || edges.west[k] === c) sum += crossing(edges.edge[k]!, x, y)
    return sum
  }

  const contains = (x: number, y: number, column: number): boolean => {
    const sum = atColumn < 0 ? Number.NaN : crossings(x, y, column)
    inside = Number.isNaN(sum) ? preparedContains(area, x, y) : inside !== (sum % 2 === 1)
    atX = x
    atY = y
    atColumn = column
    return inside
  }
  const begin = (others: EdgeBuckets) => {
    edges = others
    atColumn = -1
  }
  return { contains, begin }
}
