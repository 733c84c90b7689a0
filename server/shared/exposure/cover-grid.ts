import type { PreparedArea } from '../geometry/prepare-area.ts'
import { addEdges, type CoverVisit, giveCells, newCoverRow } from './cover-row.ts'
import type { CellGrid } from './figures.ts'
import { intervalAt } from './interval-at.ts'
import { sweepRows } from './sweep-rows.ts'

/**
 * How much of each cell of a grid the area covers: exact, no sampling, as coverage rasterisers do it. Each edge adds
 * to the cells that it runs through what lies east of it within them, and to all cells further east its height
 * (Green's theorem along the rows); between two cells with edges the share does not change, so they come as one span.
 * Time is that of the cells on the edge, not of those inside. The area may reach beyond the grid.
 */
export function coverGrid(area: PreparedArea, { xs, ys }: Pick<CellGrid, 'xs' | 'ys'>, visit: CoverVisit): void {
  const [west, south, east, north] = area.bounds
  const first = Math.max(0, intervalAt(ys, south))
  const last = Math.min(ys.length - 2, intervalAt(ys, north))
  const left = Math.max(0, intervalAt(xs, west))
  const right = Math.min(xs.length - 2, intervalAt(xs, east))
  if (last < first || right < left) return
  const cover = newCoverRow(area, xs.subarray(left, right + 2))
  const rowOf = (y: number) => intervalAt(ys, y)
  sweepRows(area, { first, last, lowest: rowOf, highest: rowOf }, (row, edges, count) => {
    const before = addEdges(cover, edges, count, ys[row]!, ys[row + 1]!)
    giveCells(cover, before, visit, row, left)
  })
}
