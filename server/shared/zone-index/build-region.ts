import { pointerDepth, pointerWord } from './answer-word.ts'
import { buildCell } from './build-cell.ts'
import { LIST_HEAD } from './candidates.ts'
import type { CellBuilder } from './cell-builder.ts'
import { createEdgeList, reserve, sortByCell } from './edge-list.ts'
import type { EdgeList } from './edge-list.ts'
import { allocate, release } from './extents.ts'
import { grownInts } from './grow.ts'
import { CELL_BITS } from './layer.ts'
import type { Layer } from './layer.ts'
import { regionOf } from './region.ts'
import type { Region } from './region.ts'
import { createSplitGrid, settleZone } from './split-grid.ts'
import type { SplitGrid } from './split-grid.ts'
import { spreadRun } from './spread-run.ts'
import { ringEndsOf } from './zone-table.ts'
import type { ZoneTable } from './zone-table.ts'

/**
 * Builds anew the root cells of a region from every zone that reaches into it. `slots` holds them sorted, the
 * strictest first; zones that do not reach in do no harm.
 */
export function buildRegion(
  builder: CellBuilder,
  table: ZoneTable,
  slots: readonly number[],
  region: Region,
): void {
  if (region.firstColumn > region.lastColumn || region.firstRow > region.lastRow) return
  const { layer } = builder
  const columns = region.lastColumn - region.firstColumn + 1
  const rows = region.lastRow - region.firstRow + 1
  const grid = createSplitGrid(columns, rows)
  grid.originX = region.firstColumn * 2 ** CELL_BITS
  grid.originY = region.firstRow * 2 ** CELL_BITS
  grid.inverse = 2 ** -CELL_BITS
  builder.list.length = 0
  const candidates = createEdgeList(8 * slots.length)
  for (const slot of slots) spreadZone(builder, grid, table, slot, region, candidates)

  const cellCount = columns * rows
  const edgeStarts = grid.starts
  sortByCell(builder.list, 0, edgeStarts, cellCount)
  const candidateStarts = new Int32Array(cellCount + 1)
  sortByCell(candidates, 0, candidateStarts, cellCount)
  for (let cell = 0; cell < cellCount; cell++) {
    const column = region.firstColumn + (cell % columns)
    const row = region.firstRow + Math.floor(cell / columns)
    const rootCell = row * layer.columns + column
    releaseCell(layer, rootCell)
    if (candidateStarts[cell] === candidateStarts[cell + 1]) continue
    builder.length = 0
    const [x, y] = [column * 2 ** CELL_BITS, row * 2 ** CELL_BITS]
    const [from, to] = [edgeStarts[cell]!, edgeStarts[cell + 1]!]
    const word = buildCell(builder, from, to, x, y, CELL_BITS, grid.labels[cell]!, 0)
    storeCell(builder, rootCell, word, candidates, candidateStarts[cell]!, candidateStarts[cell + 1]!)
  }
}

function spreadZone(
  builder: CellBuilder,
  grid: SplitGrid,
  table: ZoneTable,
  slot: number,
  region: Region,
  candidates: EdgeList,
): void {
  const { list, layer, coordinates } = builder
  const window = regionOf(layer, table, slot)
  grid.firstColumn = Math.max(window.firstColumn, region.firstColumn) - region.firstColumn
  grid.lastColumn = Math.min(window.lastColumn, region.lastColumn) - region.firstColumn
  grid.firstRow = Math.max(window.firstRow, region.firstRow) - region.firstRow
  grid.lastRow = Math.min(window.lastRow, region.lastRow) - region.firstRow
  if (grid.firstColumn > grid.lastColumn || grid.firstRow > grid.lastRow) return
  const zone = slot + 1
  const start = list.length
  let first = table.firstVertices[slot]!
  for (const end of ringEndsOf(table, slot)) {
    spreadRun(grid, list, layer, coordinates, first, end - 1, zone)
    first = end
  }
  settleZone(grid, list, start, zone)
  reserve(candidates, candidates.length + (grid.lastRow - grid.firstRow + 1) * grid.columns)
  for (let row = grid.firstRow; row <= grid.lastRow; row++) {
    for (let column = grid.firstColumn; column <= grid.lastColumn; column++) {
      const cell = row * grid.columns + column
      const crossed = grid.touched[cell] === zone
      if (!crossed && grid.parity[cell] === 0) continue
      candidates.cells[candidates.length] = cell
      candidates.edges[candidates.length++] = (slot << 1) | (crossed ? 0 : 1)
    }
  }
}

function releaseCell(layer: Layer, cell: number): void {
  const list = layer.lists[cell]!
  if (list < 0) return
  const [count, block, blockLength] = [layer.words[list]!, layer.words[list + 1]!, layer.words[list + 2]!]
  release(layer.extents, list, LIST_HEAD + count)
  if (blockLength > 0) release(layer.extents, block, blockLength)
  layer.lists[cell] = -1
  layer.root[cell] = 0
}

function storeCell(builder: CellBuilder, cell: number, word: number, candidates: EdgeList, from: number, to: number) {
  const { layer } = builder
  const blockLength = word < 0 ? builder.length : 0
  const block = blockLength > 0 ? allocate(layer.extents, blockLength) : 0
  const list = allocate(layer.extents, LIST_HEAD + to - from)
  layer.words = grownInts(layer.words, layer.extents.end)
  for (let i = 0; i < blockLength; i++) layer.words[block + i] = builder.words[i]!
  layer.words[list] = to - from
  layer.words[list + 1] = block
  layer.words[list + 2] = blockLength
  for (let i = from; i < to; i++) layer.words[list + LIST_HEAD + i - from] = candidates.edges[i]!
  layer.lists[cell] = list
  layer.root[cell] = blockLength > 0 ? pointerWord(block, pointerDepth(word)) : word
}
