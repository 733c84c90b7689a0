import type { CellBuilder } from './cell-builder.ts'
import { reserve } from './edge-list.ts'
import type { EdgeList } from './edge-list.ts'
import { CELL_BITS } from './layer.ts'
import { columnsOf, regionOf, rowsOf } from './region.ts'
import type { Region } from './region.ts'
import { createSplitGrid, settleZone } from './split-grid.ts'
import type { SplitGrid } from './split-grid.ts'
import { spreadRun } from './spread-run.ts'
import { ringEndsOf } from './zone-table.ts'
import type { ZoneTable } from './zone-table.ts'

/** An empty grid of a region's root cells. */
export function createRegionGrid(region: Region): SplitGrid {
  const grid = createSplitGrid(columnsOf(region), rowsOf(region))
  grid.originX = region.firstColumn * 2 ** CELL_BITS
  grid.originY = region.firstRow * 2 ** CELL_BITS
  grid.inverse = 2 ** -CELL_BITS
  return grid
}

/** Spreads a whole zone over the root cells of a region; false when it does not reach into the region. */
export function spreadZone(
  { list, layer, coordinates }: CellBuilder,
  grid: SplitGrid,
  table: ZoneTable,
  slot: number,
  region: Region,
): boolean {
  const window = regionOf(layer, table, slot)
  grid.firstColumn = Math.max(window.firstColumn, region.firstColumn) - region.firstColumn
  grid.lastColumn = Math.min(window.lastColumn, region.lastColumn) - region.firstColumn
  grid.firstRow = Math.max(window.firstRow, region.firstRow) - region.firstRow
  grid.lastRow = Math.min(window.lastRow, region.lastRow) - region.firstRow
  if (grid.firstColumn > grid.lastColumn || grid.firstRow > grid.lastRow) return false
  const zone = slot + 1
  const start = list.length
  let first = table.firstVertices[slot]!
  for (const end of ringEndsOf(table, slot)) {
    spreadRun(grid, list, layer, coordinates, first, end - 1, zone)
    first = end
  }
  settleZone(grid, list, start, zone)
  return true
}

/** Appends the zone just spread to the list of each cell that it reaches (candidates.ts), of `wanted` ones if given. */
export function listCandidates(grid: SplitGrid, slot: number, candidates: EdgeList, wanted: Uint8Array | null): void {
  reserve(candidates, candidates.length + (grid.lastRow - grid.firstRow + 1) * grid.columns)
  for (let row = grid.firstRow; row <= grid.lastRow; row++) {
    for (let column = grid.firstColumn; column <= grid.lastColumn; column++) {
      const cell = row * grid.columns + column
      const isCrossed = grid.touched[cell] === slot + 1
      if ((!isCrossed && grid.parity[cell] === 0) || (wanted && wanted[cell] === 0)) continue
      candidates.cells[candidates.length] = cell
      candidates.edges[candidates.length++] = (slot << 1) | (isCrossed ? 0 : 1)
    }
  }
}
