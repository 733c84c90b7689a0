import type { PreparedArea } from '../geometry/prepare-area.ts'
import { countRow } from './count-row.ts'
import { coverGrid } from './cover-grid.ts'
import type { CellGrid } from './figures.ts'
import type { GridSums } from './grid-sums.ts'
import { sumSpan } from './span-sum.ts'
import type { Totals } from './tally.ts'

/** Adds the cells of a grid to the totals of its source. Returns how many cells that makes, in shares of a cell. */
export function countGrid(grid: CellGrid, index: GridSums, area: PreparedArea, totals: Totals): number {
  const sum = { cells: 0, people: 0, households: 0, known: 0, missing: 0 }
  const whole = { cells: 0 }
  const add = (row: number, from: number, to: number, share: number) => {
    sumSpan(grid, index, row, from, to, sum)
    whole.cells += share * sum.cells
    totals.counted += sum.cells
    totals.people += share * sum.people
    if (share === 1) totals.least += sum.people
    totals.most += sum.people
    totals.households += share * sum.households
    totals.householdsKnown += sum.known
    totals.householdsMissing += sum.missing
  }
  coverGrid(area, grid, index.scratch, (row, covered) => {
    if (grid.households === null) {
      whole.cells += countRow(grid, index, row, covered, totals)
      return
    }
    const { cellCount, cells, shares, spanCount, from, to, share } = covered
    for (let k = 0; k < cellCount; k++) add(row, cells[k]!, cells[k]! + 1, shares[k]!)
    for (let k = 0; k < spanCount; k++) add(row, from[k]!, to[k]!, share[k]!)
  })
  return whole.cells
}
