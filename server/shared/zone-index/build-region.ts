import { pointerDepth, pointerWord } from './answer-word.ts'
import { buildCell } from './build-cell.ts'
import { LIST_HEAD } from './candidates.ts'
import type { CellBuilder } from './cell-builder.ts'
import { createEdgeList, sortByCell } from './edge-list.ts'
import type { EdgeList } from './edge-list.ts'
import { allocate, release } from './extents.ts'
import { grownInts } from './grow.ts'
import { CELL_BITS } from './layer.ts'
import type { Layer } from './layer.ts'
import { cellOf } from './region.ts'
import type { Region } from './region.ts'
import { SETTLED } from './split-grid.ts'
import { createRegionGrid, listCandidates, spreadZone } from './spread-zone.ts'
import type { ZoneTable } from './zone-table.ts'

/**
 * Builds anew the root cells of a region, only those marked in `wanted` if it is given, from every zone that reaches
 * into them. `slots` holds these sorted, the strictest first; zones that do not reach in do no harm.
 */
export function buildRegion(
  builder: CellBuilder,
  table: ZoneTable,
  slots: readonly number[],
  region: Region,
  wanted: Uint8Array | null,
): void {
  const { layer, list } = builder
  const grid = createRegionGrid(region)
  if (wanted) for (let cell = 0; cell < wanted.length; cell++) if (wanted[cell] === 0) grid.labels[cell] = SETTLED
  list.length = 0
  const candidates = createEdgeList(8 * slots.length)
  for (const slot of slots) {
    if (spreadZone(builder, grid, table, slot, region)) listCandidates(grid, slot, candidates, wanted)
  }
  const cellCount = grid.labels.length
  const edgeStarts = grid.starts
  sortByCell(list, 0, edgeStarts, cellCount)
  const candidateStarts = new Int32Array(cellCount + 1)
  sortByCell(candidates, 0, candidateStarts, cellCount)
  for (let cell = 0; cell < cellCount; cell++) {
    if (wanted && wanted[cell] === 0) continue
    const rootCell = cellOf(layer, region, cell)
    releaseCell(layer, rootCell)
    if (candidateStarts[cell] === candidateStarts[cell + 1]) continue
    builder.length = 0
    const x = (rootCell % layer.columns) * 2 ** CELL_BITS
    const y = Math.floor(rootCell / layer.columns) * 2 ** CELL_BITS
    const word = buildCell(builder, edgeStarts[cell]!, edgeStarts[cell + 1]!, x, y, CELL_BITS, grid.labels[cell]!, 0)
    storeCell(builder, rootCell, word, candidates, candidateStarts[cell]!, candidateStarts[cell + 1]!)
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
