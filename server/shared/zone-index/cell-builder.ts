import { createEdgeList } from './edge-list.ts'
import type { EdgeList } from './edge-list.ts'
import { grownInts } from './grow.ts'
import { CELL_BITS } from './layer.ts'
import type { Layer } from './layer.ts'
import { createPartMap } from './part-map.ts'
import type { PartMap } from './part-map.ts'
import { createSplitGrid } from './split-grid.ts'
import type { SplitGrid } from './split-grid.ts'
import type { ZoneTable } from './zone-table.ts'

/** A layer, the zones that it is of, and what building the blocks of its root cells needs beside them. */
export type CellBuilder = {
  layer: Layer
  table: ZoneTable
  list: EdgeList
  /** The block being built. */
  words: Int32Array
  length: number
  /** The root cell alone. */
  cellGrid: SplitGrid
  /** One grid per level below the root cell and depth of a node, made when first needed. */
  grids: SplitGrid[]
  /** Of the record being written. */
  map: PartMap
}

export function createCellBuilder(layer: Layer, table: ZoneTable): CellBuilder {
  return {
    layer,
    table,
    list: createEdgeList(4096),
    words: new Int32Array(1024),
    length: 0,
    cellGrid: { ...createSplitGrid(1, 1), inverse: 2 ** -CELL_BITS },
    grids: [],
    map: createPartMap(),
  }
}

/** Appends words to the block, uninitialised, and returns where they start. */
export function extend(builder: CellBuilder, count: number): number {
  const start = builder.length
  builder.length += count
  if (builder.length > builder.words.length) builder.words = grownInts(builder.words, 2 * builder.length)
  return start
}
