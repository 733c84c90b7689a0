import type { PreparedArea } from '../geometry/prepare-area.ts'
import { intervalAt } from './interval-at.ts'

/** Less of a cell than this is the rounding of its own arithmetic. */
export const NOTHING = 1e-9

/** Called for cells `from` … `to - 1` of a row of which the same share, above 0 and at most 1, is covered. */
export type CoverVisit = (row: number, from: number, to: number, share: number) => void

export type CoverRow = {
  /** Adds the part of edge `i` between two parallels, the row's south and north. */
  addEdge(i: number, south: number, north: number): void
  /**
   * Gives the covered cells from west to east, spans of equal share at once, under the number of the row and with
   * `offset` added to those of its cells, and empties the row for the next.
   */
  flush(visit: CoverVisit, row: number, offset: number): void
}

/**
 * One row of cells between the meridians `xs`, to add up what the edges of an area cover:
 *
 *      ┌────┬────┬────┐      `east[c]` is the share of cell c east of the edges in it, going down less going up;
 *      │    │ ╲▓▓│▓▓▓▓│      `height[c]` is their share of the row's height, which every cell after c has whole
 *      │    │  ╲▓│▓▓▓▓│
 *      └────┴────┴────┘
 */
export function createCoverRow({ ax, ay, bx, by }: PreparedArea, xs: Float64Array): CoverRow {
  const cells = xs.length - 1
  const east = new Float64Array(cells)
  const height = new Float64Array(cells)
  const touched = new Uint32Array((cells + 31) >> 5)
  let before = 0

  const addEdge = (i: number, south: number, north: number): void => {
    // the inside is on the left of an edge: east of one that goes down
    const down = ay[i]! > by[i]!
    const lowX = down ? bx[i]! : ax[i]!
    const lowY = down ? by[i]! : ay[i]!
    const highX = down ? ax[i]! : bx[i]!
    const highY = down ? ay[i]! : by[i]!
    const share = ((highY < north ? highY : north) - (lowY > south ? lowY : south)) / (north - south)
    if (!(share > 0)) return
    const slope = (highX - lowX) / (highY - lowY)
    const x0 = lowY >= south ? lowX : between(lowX, highX, lowX + slope * (south - lowY))
    const x1 = highY <= north ? highX : between(lowX, highX, lowX + slope * (north - lowY))
    addRun(x0 < x1 ? x0 : x1, x0 < x1 ? x1 : x0, down ? share : -share)
  }

  const addRun = (from: number, to: number, share: number): void => {
    if (to <= xs[0]!) before += share
    if (to <= xs[0]! || from >= xs[cells]!) return
    const perDegree = to > from ? share / (to - from) : 0
    if (from < xs[0]!) before += perDegree * (xs[0]! - from)
    let x = Math.max(from, xs[0]!)
    for (let c = intervalAt(xs, x); c < cells; c++) {
      const end = Math.min(to, xs[c + 1]!)
      const part = to > from ? perDegree * (end - x) : share
      east[c]! += (part * (xs[c + 1]! - (x + end) / 2)) / (xs[c + 1]! - xs[c]!)
      height[c]! += part
      touched[c >> 5]! |= 1 << (c & 31)
      if (end === to) return
      x = end
    }
  }

  const flush = (visit: CoverVisit, row: number, offset: number): void => {
    let running = before
    let next = 0
    for (let word = 0; word < touched.length; word++) {
      for (let bits = touched[word]!; bits !== 0; bits &= bits - 1) {
        const c = (word << 5) + 31 - Math.clz32(bits & -bits)
        if (c > next && running > NOTHING) visit(row, offset + next, offset + c, settled(running))
        const share = running + east[c]!
        if (share > NOTHING) visit(row, offset + c, offset + c + 1, settled(share))
        running += height[c]!
        east[c] = height[c] = 0
        next = c + 1
      }
      touched[word] = 0
    }
    if (cells > next && running > NOTHING) visit(row, offset + next, offset + cells, settled(running))
    before = 0
  }
  return { addEdge, flush }
}

const settled = (share: number) => (share > 1 - NOTHING ? 1 : share)

function between(a: number, b: number, value: number): number {
  const low = a < b ? a : b
  const high = a < b ? b : a
  return value < low ? low : value > high ? high : value
}
