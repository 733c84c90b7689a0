import type { CellBuilder } from './cell-builder.ts'
import { createSplitGrid } from './split-grid.ts'
import type { SplitGrid } from './split-grid.ts'

/** Greatest binary logarithm of how many cells a node has on a side. */
export const MOST_DEPTH = 5

/**
 * An empty grid of 2^depth × 2^depth cells, each 2^cellBits wide, from a south-west corner on; the one of this level
 * and depth, so that what another level has in its own stays.
 */
export function gridFor(
  builder: CellBuilder,
  level: number,
  depth: number,
  originX: number,
  originY: number,
  cellBits: number,
): SplitGrid {
  const grid = (builder.grids[level * (MOST_DEPTH + 1) + depth] ??= createSplitGrid(1 << depth, 1 << depth))
  grid.originX = originX
  grid.originY = originY
  grid.inverse = 2 ** -cellBits
  grid.labels.fill(0)
  grid.touched.fill(0)
  return grid
}
