import type { PreparedArea } from '../geometry/prepare-area.ts'

/** Rows from `first` to `last` of a grid, and the lowest and highest row that something at a latitude reaches. */
export type Rows = { first: number; last: number; lowest(y: number): number; highest(y: number): number }

/**
 * Goes up the rows of a grid and gives for each the edges of the area that reach it: the first `count` of `edges`.
 * Memory is that of the edges alone, however many rows each of them reaches.
 */
export function sweepRows(
  { ay, by }: PreparedArea,
  { first, last, lowest, highest }: Rows,
  visit: (row: number, edges: Uint32Array, count: number) => void,
): void {
  if (last < first) return
  const starts = new Uint32Array(last - first + 3)
  const from = new Int32Array(ay.length)
  const to = new Int32Array(ay.length)
  for (let i = 0; i < ay.length; i++) {
    from[i] = Math.max(first, lowest(Math.min(ay[i]!, by[i]!)))
    to[i] = Math.min(last, highest(Math.max(ay[i]!, by[i]!)))
    if (from[i]! <= to[i]!) starts[from[i]! - first + 2]! += 1
  }
  for (let k = 2; k < starts.length; k++) starts[k]! += starts[k - 1]!
  const sorted = new Uint32Array(starts.at(-1)!)
  for (let i = 0; i < ay.length; i++) if (from[i]! <= to[i]!) sorted[starts[from[i]! - first + 1]!++] = i

  const edges = new Uint32Array(sorted.length)
  let count = 0
  for (let row = first; row <= last; row++) {
    let kept = 0
    for (let k = 0; k < count; k++) if (to[edges[k]!]! >= row) edges[kept++] = edges[k]!
    count = kept
    for (let k = starts[row - first]!; k < starts[row - first + 1]!; k++) edges[count++] = sorted[k]!
    visit(row, edges, count)
  }
}
