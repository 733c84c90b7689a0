import { createEdgeList } from './edge-list.ts'
import type { EdgeList } from './edge-list.ts'
import { grownInts } from './grow.ts'
import type { Layer } from './layer.ts'
import { createPartMap } from './part-map.ts'
import type { PartMap } from './part-map.ts'
import type { SplitGrid } from './split-grid.ts'

/** What building the blocks of regions needs beside the zones; thrown away afterwards. */
export type CellBuilder = {
  layer: Layer
  coordinates: Float64Array
  list: EdgeList
  /** The block being built. */
  words: Int32Array
  length: number
  /** One grid per level below the root cell and depth of a node, made when first needed. */
  grids: SplitGrid[]
  /** Of the record being written. */
  map: PartMap
}

export function createCellBuilder(layer: Layer, coordinates: Float64Array): CellBuilder {
  return {
    layer,
    coordinates,
    list: createEdgeList(4096),
    words: new Int32Array(1024),
    length: 0,
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
