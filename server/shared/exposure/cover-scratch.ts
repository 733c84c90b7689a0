import type { CellGrid } from './figures.ts'

/**
 * What is covered of a row, all shares above 0 and at most 1: its `cellCount` cells with edges, cell `cells[k]` by
 * `shares[k]`, and `spanCount` spans of those between, cells `from[k]` … `to[k] - 1` each by `share[k]`.
 */
export type CoveredRow = {
  cellCount: number
  cells: Int32Array
  shares: Float64Array
  spanCount: number
  from: Int32Array
  to: Int32Array
  share: Float64Array
}

/** Rows and columns of a grid, ends included, that an area may cover. */
export type CoverWindow = { first: number; last: number; left: number; right: number }

/**
 * Room to cover a grid in, made once for it: a vertex moves often, and making the room takes longer than a small area.
 *
 *      ┌────┬────┬────┐      A run is the part of an edge in a row. To a cell that it goes through it adds the share
 *      │    │ ╲▓▓│▓▓▓▓│      of the cell that lies east of it, `sums[2c]`, and to all cells further east its share of
 *      │    │  ╲▓│▓▓▓▓│      the row's height, `sums[2c + 1]`.
 *      └────┴────┴────┘
 *
 * `inColumn` and `inRow` are the heads of lists of runs, −1 for none. Lists and sums are empty between areas.
 */
export type CoverScratch = {
  perWidth: Float64Array
  perHeight: Float64Array
  inColumn: Int32Array
  inRow: Int32Array
  /** four of each run: its west and its east end, degrees, its share of the row's height, above 0 where the edge goes down, and that for each degree */
  runs: Float64Array
  /** four of each run: its row, the columns of its west and of its east end, and where the next of its list is */
  places: Int32Array
  sums: Float64Array
  covered: CoveredRow
}

const FIRST_RUNS = 1 << 12

export function newCoverScratch({ xs, ys }: Pick<CellGrid, 'xs' | 'ys'>): CoverScratch {
  const columns = xs.length - 1
  const most = columns + 1
  return {
    perWidth: reciprocals(xs),
    perHeight: reciprocals(ys),
    inColumn: new Int32Array(columns).fill(-1),
    inRow: new Int32Array(ys.length - 1).fill(-1),
    ...roomForRuns(FIRST_RUNS),
    sums: new Float64Array(2 * columns),
    covered: {
      cellCount: 0, cells: new Int32Array(most), shares: new Float64Array(most),
      spanCount: 0, from: new Int32Array(most), to: new Int32Array(most), share: new Float64Array(most),
    },
  }
}

/** Makes room for so many runs. */
export function growFor(scratch: CoverScratch, runs: number): void {
  if (4 * runs > scratch.places.length) Object.assign(scratch, roomForRuns(2 * runs))
}

const roomForRuns = (count: number) => ({ runs: new Float64Array(4 * count), places: new Int32Array(4 * count) })

const reciprocals = (lines: Float64Array) =>
  Float64Array.from({ length: lines.length - 1 }, (_, i) => 1 / (lines[i + 1]! - lines[i]!))
