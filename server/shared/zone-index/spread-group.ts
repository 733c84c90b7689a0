import type { CellBuilder } from './cell-builder.ts'
import { latticeX, latticeY } from './layer.ts'
import type { Layer } from './layer.ts'
import { groupEnd, runEnd } from './run-ends.ts'
import { settleZone } from './split-grid.ts'
import type { SplitGrid } from './split-grid.ts'
import { spreadRun } from './spread-run.ts'

/**
 * Spreads the edges of one zone, which start at `from` in the list of a cell's edges, over the cell's grid, and settles
 * the grid's cells as far as that zone goes. Returns where the next zone's edges start.
 */
export function spreadGroup(builder: CellBuilder, grid: SplitGrid, from: number, to: number): number {
  const { list, layer, table } = builder
  const { coordinates } = table
  const end = groupEnd(list, from, to)
  const owner = list.owners[from]!
  const zone = (owner >> 1) + 1
  const start = list.length
  grid.westParity.fill(owner & 1)
  for (let i = from; i < end; ) {
    const next = runEnd(list, i, end)
    const first = list.edges[i]!
    const last = first + next - i
    turnAtEnd(grid, layer, coordinates, first)
    turnAtEnd(grid, layer, coordinates, last)
    spreadRun(grid, list, layer, coordinates, first, last, zone)
    i = next
  }
  settleZone(grid, list, start, zone)
  return end
}

// The owner's parity is that at half the cell's height: a ray that ends between there and a row changes that row's.
function turnAtEnd(grid: SplitGrid, layer: Layer, coordinates: Float64Array, vertex: number): void {
  if (latticeX(layer, coordinates[2 * vertex]!) >= grid.originX) return
  const y = (latticeY(layer, coordinates[2 * vertex + 1]!) - grid.originY) * grid.inverse
  const atMiddle = y > grid.rows / 2
  for (let row = 0; row < grid.rows; row++) if (y > row + 0.5 !== atMiddle) grid.westParity[row]! ^= 1
}
