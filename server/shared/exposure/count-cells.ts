import type { PreparedArea } from '../geometry/prepare-area.ts'
import { countGrid } from './count-grid.ts'
import { countLooseCells } from './count-loose-cells.ts'
import type { FigureIndex } from './index-figures.ts'
import { addTotals, newTotals, type Tally } from './tally.ts'

/**
 * Adds the cells of the area to the tally, each by the share of it that the area covers; at least those wholly inside,
 * at most the whole of those touched. Returns how many cells that makes, in shares of a cell.
 */
export function countCells({ sources, grids, cells }: FigureIndex, area: PreparedArea, tally: Tally): number {
  let covered = 0
  for (const grid of grids) {
    const totals = newTotals()
    covered += countGrid(grid, area, totals)
    addTotals(tally, sources, grid.grid.source, totals)
  }
  return covered + (cells ? countLooseCells(cells, area, sources, tally) : 0)
}
