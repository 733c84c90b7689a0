import type { PreparedArea } from '../geometry/prepare-area.ts'
import { layEdges } from './cover-edges.ts'
import { addEdges } from './cover-row.ts'
import { type CoverScratch, type CoverSpans, EDGE_SIZE, LAST } from './cover-scratch.ts'
import type { CellGrid } from './figures.ts'
import { intervalAt } from './interval-at.ts'
import { takeSpans } from './take-spans.ts'

/** Called for each row with covered cells: the first `count` of the spans, which are the next row's after the call. */
export type CoverVisit = (row: number, spans: CoverSpans, count: number) => void

/**
 * How much of each cell of a grid the area covers: exact, no sampling, as coverage rasterisers do it. Each edge adds
 * to the cells that it runs through what lies east of it within them, and to all cells further east its height
 * (Green's theorem along the rows); between two cells with edges the share does not change, so they come as one span.
 * Time is that of the cells on the edge, not of those inside. The area may reach beyond the grid. The scratch is the
 * grid's (`newCoverScratch`), and in use until the last call of `visit` is over.
 */
export function coverGrid(
  area: PreparedArea,
  { xs, ys }: Pick<CellGrid, 'xs' | 'ys'>,
  scratch: CoverScratch,
  visit: CoverVisit,
): void {
  const [west, south, east, north] = area.bounds
  const first = Math.max(0, intervalAt(ys, south))
  const last = Math.min(ys.length - 2, intervalAt(ys, north))
  const columns = [Math.max(0, intervalAt(xs, west)), Math.min(xs.length - 2, intervalAt(xs, east))] as const
  if (last < first || columns[1] < columns[0]) return
  layEdges(scratch, area, ys, first, last)
  const { starts, edges, active, spans } = scratch
  let count = 0
  for (let row = first; row <= last; row++) {
    let kept = 0
    for (let k = 0; k < count; k++) if (edges[EDGE_SIZE * active[k]! + LAST]! >= row) active[kept++] = active[k]!
    count = kept
    for (let k = starts[row - first]!; k < starts[row - first + 1]!; k++) active[count++] = k
    const before = addEdges(scratch, xs, columns, count, ys[row]!, ys[row + 1]!)
    const found = takeSpans(scratch, columns, before)
    if (found > 0) visit(row, spans, found)
  }
}
