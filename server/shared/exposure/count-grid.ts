import type { PreparedArea } from '../geometry/prepare-area.ts'
import { coverGrid } from './cover-grid.ts'
import type { CellGrid } from './figures.ts'
import type { GridSums } from './grid-sums.ts'
import { sumSpan } from './span-sum.ts'
import type { Totals } from './tally.ts'

/** Adds the cells of a grid to the totals of its source. Returns how many cells that makes, in shares of a cell. */
export function countGrid(grid: CellGrid, index: GridSums, area: PreparedArea, totals: Totals): number {
  const sum = { cells: 0, people: 0, households: 0, known: 0, missing: 0 }
  const { columns } = index
  const { people, households } = grid
  let covered = 0
  coverGrid(area, grid, (row, from, to, share) => {
    if (to === from + 1 && !households) {
      // most calls by far: a cell on the edge
      const persons = people[row * columns + from]!
      if (Number.isNaN(persons)) return
      covered += share
      totals.counted += 1
      totals.people += share * persons
      if (share === 1) totals.least += persons
      totals.most += persons
      if (persons > 0) totals.householdsMissing += 1
      return
    }
    sumSpan(grid, index, row, from, to, sum)
    covered += share * sum.cells
    totals.counted += sum.cells
    totals.people += share * sum.people
    if (share === 1) totals.least += sum.people
    totals.most += sum.people
    totals.households += share * sum.households
    totals.householdsKnown += sum.known
    totals.householdsMissing += sum.missing
  })
  return covered
}
