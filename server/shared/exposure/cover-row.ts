import { longitudeAt } from './cover-edges.ts'
import { AT, type CoverScratch, EDGE_SIZE, HIGH_X, HIGH_Y, LOW_X, LOW_Y, SLOPE, STEEPNESS } from './cover-scratch.ts'

/**
 * Adds the parts of the first `count` active edges between two parallels, the row's south and north, to the cells `left`
 * to `right` between the meridians `xs`. Returns the share of the height that edges west of those cells have, which all
 * of them have whole.
 */
export function addEdges(
  { perWidth, sums, touched, edges, active }: CoverScratch,
  xs: Float64Array,
  [left, right]: readonly [number, number],
  count: number,
  south: number,
  north: number,
): number {
  // one function with all its columns at hand: this loop is the time that the count of a large area takes
  const west = xs[left]!
  const end = xs[right + 1]!
  const perCell = (right + 1 - left) / (end - west)
  const perHeight = 1 / (north - south)
  let before = 0
  for (let k = 0; k < count; k++) {
    const e = EDGE_SIZE * active[k]!
    const lowY = edges[e + LOW_Y]!
    const highY = edges[e + HIGH_Y]!
    const part = (highY < north ? highY : north) - (lowY > south ? lowY : south)
    if (!(part > 0)) continue
    const x0 = edges[e + AT]!
    const x1 = highY <= north ? edges[e + HIGH_X]! : longitudeAt(edges[e + LOW_X]!, lowY, edges[e + HIGH_X]!, edges[e + SLOPE]!, north)
    edges[e + AT] = x1
    const steepness = edges[e + STEEPNESS]!
    const share = steepness > 0 ? part * perHeight : -part * perHeight
    const to = x0 < x1 ? x1 : x0
    let x = x0 < x1 ? x0 : x1
    if (x >= end) continue
    if (to <= west) {
      before += share
      continue
    }
    let rest = share
    const perDegree = to > x ? steepness * perHeight : 0
    if (x < west) {
      before += perDegree * (west - x)
      rest -= perDegree * (west - x)
      x = west
    }
    // whole-number arithmetic: Math.floor would leave a double, to be made whole at each use
    let c = left + (((x - west) * perCell) | 0)
    if (c > right) c = right
    while (x < xs[c]!) c--
    while (x >= xs[c + 1]!) c++
    for (; c <= right; c++) {
      const line = xs[c + 1]!
      const last = to <= line
      const next = last ? to : line
      const piece = last ? rest : perDegree * (line - x)
      sums[2 * c]! += piece * (line - (x + next) / 2) * perWidth[c]!
      sums[2 * c + 1]! += piece
      touched[c >> 5]! |= 1 << (c & 31)
      if (last) break
      rest -= piece
      x = line
    }
  }
  return before
}
