import type { PreparedArea } from '../geometry/prepare-area.ts'
import { AT, type CoverScratch, EDGE_SIZE, growFor, HIGH_X, HIGH_Y, LAST, LOW_X, LOW_Y, SLOPE, STEEPNESS } from './cover-scratch.ts'
import { intervalAt } from './interval-at.ts'

/**
 * Writes the edges of an area that reach the rows `first` to `last` between the parallels `ys` into the scratch, in the
 * order of their first row. Level edges cover nothing and are left out.
 */
export function layEdges(scratch: CoverScratch, { ax, ay, bx, by }: PreparedArea, ys: Float64Array, first: number, last: number): void {
  const count = ax.length
  growFor(scratch, count)
  const { starts, edges, begins, ends } = scratch
  const rows = last - first + 1
  starts.fill(0, 0, rows + 2)
  for (let i = 0; i < count; i++) {
    const a = ay[i]!
    const b = by[i]!
    const from = intervalAt(ys, a < b ? a : b)
    const to = a === b ? -1 : intervalAt(ys, a < b ? b : a)
    begins[i] = from < first ? first : from
    ends[i] = to > last ? last : to
    if (begins[i]! <= ends[i]!) starts[begins[i]! - first + 2]! += 1
  }
  for (let k = 2; k < rows + 2; k++) starts[k]! += starts[k - 1]!
  const south = ys[first]!
  for (let i = 0; i < count; i++) {
    if (begins[i]! > ends[i]!) continue
    const e = EDGE_SIZE * starts[begins[i]! - first + 1]!++
    // the inside is on the left of an edge: east of one that goes down
    const down = ay[i]! > by[i]!
    const lowX = down ? bx[i]! : ax[i]!
    const lowY = down ? by[i]! : ay[i]!
    const highX = down ? ax[i]! : bx[i]!
    const highY = down ? ay[i]! : by[i]!
    const slope = (highX - lowX) / (highY - lowY)
    edges[e + LOW_X] = lowX
    edges[e + LOW_Y] = lowY
    edges[e + HIGH_X] = highX
    edges[e + HIGH_Y] = highY
    edges[e + SLOPE] = slope
    edges[e + STEEPNESS] = (down ? 1 : -1) / Math.abs(slope)
    edges[e + AT] = lowY >= south ? lowX : longitudeAt(lowX, lowY, highX, slope, south)
    edges[e + LAST] = ends[i]!
  }
}

/** Where an edge is at a latitude above its lower end, never past its upper one. */
export function longitudeAt(lowX: number, lowY: number, highX: number, slope: number, y: number): number {
  const x = lowX + slope * (y - lowY)
  return (slope > 0 ? x > highX : x < highX) ? highX : x
}
