import type { EdgeColumns } from './hold-edges.ts'
import { intervalAt } from './interval-at.ts'

/** More runs than this are cut in parts: 6 MB. */
const MOST_RUNS = 1 << 17

/** The last row of each band of rows to cut edges in, and the runs that the largest of them has at most. */
export type RowBands = { ends: number[]; runs: number }

/** Bands of the rows `first` to `last`, few enough runs in each, so that an outline of any length takes bounded room. */
export function rowBands(edges: EdgeColumns, ys: Float64Array, first: number, last: number): RowBands {
  const { ay, by } = edges
  let rise = 0
  for (let i = 0; i < ay.length; i++) rise += Math.abs(by[i]! - ay[i]!)
  const rows = ys.length - 1
  // parallels are less than half a step off, so of an edge's height there are at most two more in it, and a run more
  const most = Math.ceil((rise * rows) / (ys[rows]! - ys[0]!)) + 3 * ay.length
  return most <= MOST_RUNS ? { ends: [last], runs: most } : fullBands(edges, ys, first, last)
}

function fullBands({ ay, by }: EdgeColumns, ys: Float64Array, first: number, last: number): RowBands {
  const more = new Int32Array(last - first + 2)
  for (let i = 0; i < ay.length; i++) {
    const low = Math.max(first, intervalAt(ys, Math.min(ay[i]!, by[i]!)))
    const high = Math.min(last, intervalAt(ys, Math.max(ay[i]!, by[i]!)))
    if (high < low) continue
    more[low - first]! += 1
    more[high - first + 1]! -= 1
  }
  const ends: number[] = []
  let [inRow, runs, most] = [0, 0, 0]
  for (let row = first; row <= last; row++) {
    inRow += more[row - first]!
    if (runs > 0 && runs + inRow > MOST_RUNS) {
      ends.push(row - 1)
      runs = 0
    }
    runs += inRow
    most = Math.max(most, runs)
  }
  return { ends: [...ends, last], runs: most }
}
