import { pointerDepth, pointerWord } from './answer-word.ts'
import { buildCell } from './build-cell.ts'
import { BLOCK, BLOCK_LENGTH, LIST_HEAD } from './candidates.ts'
import type { CellBuilder } from './cell-builder.ts'
import { allocate } from './extents.ts'
import { grownInts } from './grow.ts'
import { CELL_BITS } from './layer.ts'
import { settleZone } from './split-grid.ts'
import { spreadRun } from './spread-run.ts'
import { ringEndsOf } from './zone-table.ts'

/**
 * Builds the block of a root cell from the zones in its candidate list, and takes out of that list the zones that do
 * not reach into the cell.
 */
export function refineCell(builder: CellBuilder, cell: number, entry: number): void {
  const { layer, list, cellGrid } = builder
  const column = cell % layer.columns
  const row = (cell - column) / layer.columns
  cellGrid.originX = column * 2 ** CELL_BITS
  cellGrid.originY = row * 2 ** CELL_BITS
  cellGrid.labels[0] = 0
  cellGrid.touched[0] = 0
  list.length = 0
  const candidates = layer.lists[entry]!
  const count = layer.words[candidates]!
  let kept = 0
  for (let i = 0; i < count; i++) {
    const slot = layer.words[candidates + LIST_HEAD + i]! >> 1
    spreadZone(builder, slot)
    const isCrossed = cellGrid.touched[0] === slot + 1
    if (!isCrossed && cellGrid.parity[0] === 0) continue
    layer.words[candidates + LIST_HEAD + kept++] = (slot << 1) | (isCrossed ? 0 : 1)
  }
  layer.words[candidates] = kept
  builder.length = 0
  const word = buildCell(builder, 0, list.length, cellGrid.originX, cellGrid.originY, CELL_BITS, cellGrid.labels[0], 0)
  layer.answers[entry] = word < 0 ? storeBlock(builder, candidates, word) : word
}

function spreadZone({ layer, table, list, cellGrid }: CellBuilder, slot: number): void {
  const start = list.length
  let first = table.firstVertices[slot]!
  for (const end of ringEndsOf(table, slot)) {
    spreadRun(cellGrid, list, layer, table.coordinates, first, end - 1, slot + 1)
    first = end
  }
  settleZone(cellGrid, list, start, slot + 1)
}

function storeBlock({ layer, words, length }: CellBuilder, list: number, word: number): number {
  const block = allocate(layer.extents, length)
  layer.words = grownInts(layer.words, layer.extents.end)
  for (let i = 0; i < length; i++) layer.words[block + i] = words[i]!
  layer.words[list + BLOCK] = block
  layer.words[list + BLOCK_LENGTH] = length
  return pointerWord(block, pointerDepth(word))
}
