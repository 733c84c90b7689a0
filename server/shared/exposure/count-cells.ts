import type { PreparedArea } from '../geometry/prepare-area.ts'
import { countGrid } from './count-grid.ts'
import { countLooseCells } from './count-loose-cells.ts'
import type { FigureIndex } from './index-figures.ts'
import { addTotals, newTotals, type Tally } from './tally.ts'

/**
 * Adds the cells of the area to the tally, each by the share of it that the area covers; at least those wholly inside,
 * at most the whole of those touched. Returns how many cells that makes, in shares of a cell.
 */
export function countCells({ figures, grids, loose }: FigureIndex, area: PreparedArea, tally: Tally): number {
  const { sources, cells } = figures
  let covered = loose ? countLooseCells(cells, loose, area, sources, tally) : 0
  figures.grids.forEach((grid, i) => {
    const totals = newTotals()
    covered += countGrid(grid, grids[i]!, area, totals)
    addTotals(tally, sources, grid.source, totals)
  })
  return covered
}
