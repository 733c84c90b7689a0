import type { PreparedArea } from '../geometry/prepare-area.ts'

/** Less of a cell than this is the rounding of its own arithmetic. */
export const NOTHING = 1e-9

/** Called for cells `from` … `to - 1` of a row of which the same share, above 0 and at most 1, is covered. */
export type CoverVisit = (row: number, from: number, to: number, share: number) => void

/**
 * One row of cells between the meridians `xs`, to add up what the edges of an area cover:
 *
 *      ┌────┬────┬────┐      `east[c]` is the share of cell c east of the edges in it, going down less going up;
 *      │    │ ╲▓▓│▓▓▓▓│      `height[c]` is their share of the row's height, which every cell after c has whole;
 *      │    │  ╲▓│▓▓▓▓│      `touched` has a bit for each cell with edges
 *      └────┴────┴────┘
 */
export type CoverRow = {
  area: PreparedArea
  xs: Float64Array
  perWidth: Float64Array
  slopes: Float64Array
  east: Float64Array
  height: Float64Array
  touched: Int32Array
}

/** An empty row. */
export function newCoverRow(area: PreparedArea, xs: Float64Array): CoverRow {
  const { ax, ay, bx, by } = area
  const cells = xs.length - 1
  const perWidth = new Float64Array(cells)
  for (let c = 0; c < cells; c++) perWidth[c] = 1 / (xs[c + 1]! - xs[c]!)
  const slopes = new Float64Array(ax.length)
  for (let i = 0; i < ax.length; i++) slopes[i] = (bx[i]! - ax[i]!) / (by[i]! - ay[i]!)
  const [east, height] = [new Float64Array(cells), new Float64Array(cells)]
  return { area, xs, perWidth, slopes, east, height, touched: new Int32Array((cells + 31) >> 5) }
}

/**
 * Adds the parts of edges between two parallels, the row's south and north. Returns the share of the height that edges
 * west of the row have, which all its cells have whole.
 */
export function addEdges(row: CoverRow, edges: Uint32Array, count: number, south: number, north: number): number {
  // one function with all its columns at hand: this loop is the time that the count of a large area takes
  const { area: { ax, ay, bx, by }, xs, perWidth, slopes, east, height, touched } = row
  const cells = perWidth.length
  const [west, end] = [xs[0]!, xs[cells]!]
  const perCell = cells / (end - west)
  const perHeight = 1 / (north - south)
  let before = 0
  for (let k = 0; k < count; k++) {
    const i = edges[k]!
    // the inside is on the left of an edge: east of one that goes down
    const down = ay[i]! > by[i]!
    const lowX = down ? bx[i]! : ax[i]!
    const lowY = down ? by[i]! : ay[i]!
    const highX = down ? ax[i]! : bx[i]!
    const highY = down ? ay[i]! : by[i]!
    const part = (highY < north ? highY : north) - (lowY > south ? lowY : south)
    if (!(part > 0)) continue
    const share = (down ? part : -part) * perHeight
    const x0 = lowY >= south ? lowX : between(lowX, highX, lowX + slopes[i]! * (south - lowY))
    const x1 = highY <= north ? highX : between(lowX, highX, lowX + slopes[i]! * (north - lowY))
    const to = x0 < x1 ? x1 : x0
    let x = x0 < x1 ? x0 : x1
    if (x >= end) continue
    if (to <= west) {
      before += share
      continue
    }
    const perDegree = to > x ? share / (to - x) : 0
    let left = share
    if (x < west) {
      before += perDegree * (west - x)
      left -= perDegree * (west - x)
      x = west
    }
    // whole-number arithmetic: Math.floor would leave a double, to be made whole at each use
    let c = ((x - west) * perCell) | 0
    if (c >= cells) c = cells - 1
    while (x < xs[c]!) c--
    while (x >= xs[c + 1]!) c++
    for (; c < cells; c++) {
      const line = xs[c + 1]!
      const last = to <= line
      const next = last ? to : line
      const piece = last ? left : perDegree * (line - x)
      east[c]! += piece * (line - (x + next) / 2) * perWidth[c]!
      height[c]! += piece
      touched[c >> 5]! |= 1 << (c & 31)
      if (last) break
      left -= piece
      x = line
    }
  }
  return before
}

/**
 * Gives the covered cells from west to east, spans of equal share at once, under the number of the row and with
 * `offset` added to those of its cells, and empties the row for the next.
 */
export function giveCells(
  { east, height, touched }: CoverRow,
  before: number,
  visit: CoverVisit,
  row: number,
  offset: number,
): void {
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
  if (next < east.length && running > NOTHING) visit(row, offset + next, offset + east.length, settled(running))
}

const settled = (share: number) => (share > 1 - NOTHING ? 1 : share)

function between(a: number, b: number, value: number): number {
  const low = a < b ? a : b
  const high = a < b ? b : a
  return value < low ? low : value > high ? high : value
}
