import { createExtents } from './extents.ts'
import type { Extents } from './extents.ts'

/** Bits of a lattice coordinate below the root cell: a cell can be halved this often. */
export const CELL_BITS = 20

/** [west, south, east, north] in degrees. */
export type Box = readonly [number, number, number, number]

/**
 * A grid of root cells over a box, and below each root cell with edges a block of words that answers look-ups in it.
 *
 * Lattice coordinates are (lng − west) · scaleX and (lat − south) · scaleY; a root cell is 2^CELL_BITS wide and high.
 * They are only ever compared or floored, which is monotone in the degrees, so a point and a vertex never disagree on
 * which cell they are in.
 */
export type Layer = {
  west: number
  south: number
  scaleX: number
  scaleY: number
  columns: number
  rows: number
  /** Lattice coordinates at and beyond these are outside. */
  limitX: number
  limitY: number
  /** Per root cell an answer word (see answer-word.ts), its offset counted from the start of `words`. */
  root: Int32Array
  /** Per root cell where its candidate list starts in `words`, or −1: see candidates.ts. */
  lists: Int32Array
  words: Int32Array
  extents: Extents
}

export function createLayer(box: Box, columns: number, rows: number): Layer {
  const [west, south, east, north] = box
  const size = 2 ** CELL_BITS
  return {
    west,
    south,
    scaleX: (columns * size) / (east - west),
    scaleY: (rows * size) / (north - south),
    columns,
    rows,
    limitX: columns * size,
    limitY: rows * size,
    root: new Int32Array(columns * rows),
    lists: new Int32Array(columns * rows).fill(-1),
    words: new Int32Array(0),
    extents: createExtents(),
  }
}
