import type { CellGrid } from './figures.ts'

/** Cells of a row from west to east, spans of equal share at once: cells `from[k]` … `to[k] - 1` by `share[k]`, above 0 and at most 1. */
export type CoverSpans = { from: Int32Array; to: Int32Array; share: Float64Array }

/** What `edges` holds of each edge: its lower and upper end, … */
export const [LOW_X, LOW_Y, HIGH_X, HIGH_Y] = [0, 1, 2, 3] as const
/** … degrees of longitude for one of latitude, of latitude for one of longitude (above 0 where it goes down), its longitude on the row's southern line, its last row. */
export const [SLOPE, STEEPNESS, AT, LAST] = [4, 5, 6, 7] as const
export const EDGE_SIZE = 8

/**
 * Room to cover a grid in, made once for it: a vertex moves often, and making the room takes longer than a small area.
 *
 *      ┌────┬────┬────┐      `sums[2c]` is the share of cell c east of the edges in it, going down less going up;
 *      │    │ ╲▓▓│▓▓▓▓│      `sums[2c + 1]` is their share of the row's height, which every cell after c has whole;
 *      │    │  ╲▓│▓▓▓▓│      `touched` has a bit for each cell with edges; both are empty between rows
 *      └────┴────┴────┘
 */
export type CoverScratch = {
  perWidth: Float64Array
  sums: Float64Array
  touched: Int32Array
  spans: CoverSpans
  /** Edges that begin in the k-th row of an area are `starts[k]` to `starts[k + 1]` of `edges`. */
  starts: Int32Array
  edges: Float64Array
  active: Int32Array
  begins: Int32Array
  ends: Int32Array
}

export function newCoverScratch({ xs, ys }: Pick<CellGrid, 'xs' | 'ys'>): CoverScratch {
  const cells = xs.length - 1
  const perWidth = new Float64Array(cells)
  for (let c = 0; c < cells; c++) perWidth[c] = 1 / (xs[c + 1]! - xs[c]!)
  const most = 2 * cells + 1 // each touched cell, and those between two
  return {
    perWidth,
    sums: new Float64Array(2 * cells),
    touched: new Int32Array((cells + 31) >> 5),
    spans: { from: new Int32Array(most), to: new Int32Array(most), share: new Float64Array(most) },
    starts: new Int32Array(ys.length + 2),
    ...roomForEdges(256),
  }
}

/** Makes room for so many edges. */
export function growFor(scratch: CoverScratch, edges: number): void {
  if (edges > scratch.active.length) Object.assign(scratch, roomForEdges(2 * edges))
}

const roomForEdges = (count: number) => ({
  edges: new Float64Array(EDGE_SIZE * count),
  active: new Int32Array(count),
  begins: new Int32Array(count),
  ends: new Int32Array(count),
})
