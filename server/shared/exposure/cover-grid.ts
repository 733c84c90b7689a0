import type { PreparedArea } from '../geometry/prepare-area.ts'
import { type CoverScratch, type CoveredRow, growFor } from './cover-scratch.ts'
import { cutEdges } from './cut-edges.ts'
import type { CellGrid } from './figures.ts'
import { holdEdges } from './hold-edges.ts'
import { intervalAt } from './interval-at.ts'
import { rowBands } from './row-bands.ts'
import { sortRuns } from './sort-runs.ts'
import { takeRow } from './take-row.ts'

/** Called for each row with covered cells; what is told of it is the next row's after the call. */
export type CoverVisit = (row: number, covered: CoveredRow) => void

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
  const [first, last] = [Math.max(0, intervalAt(ys, south)), Math.min(ys.length - 2, intervalAt(ys, north))]
  const [left, right] = [Math.max(0, intervalAt(xs, west)), Math.min(xs.length - 2, intervalAt(xs, east))]
  if (last < first || right < left) return
  const [leftmost, rightmost] = [xs[left]!, xs[right + 1]!]
  const edges = west < leftmost || east > rightmost ? holdEdges(area, leftmost, rightmost) : area
  const { ends, runs } = rowBands(edges, ys, first, last)
  growFor(scratch, runs)
  let from = first
  for (const to of ends) {
    cutEdges(scratch, edges, xs, ys, { first: from, last: to, left, right })
    sortRuns(scratch, left, right)
    for (let row = from; row <= to; row++) if (takeRow(scratch, xs, row, right)) visit(row, scratch.covered)
    from = to + 1
  }
}
