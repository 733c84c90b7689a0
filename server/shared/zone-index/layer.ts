import { createExtents } from './extents.ts'
import type { Extents } from './extents.ts'

/** Bits of a lattice coordinate below the root cell: a cell can be halved this often. */
export const CELL_BITS = 20

/** [west, south, east, north] in degrees. */
export type Box = readonly [number, number, number, number]

/**
 * A grid of root cells over a box, and below each root cell with edges a block of words that answers look-ups in it,
 * built when the cell is first asked about.
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
  /**
   * Which root cells have an entry, for most of a country has no zone near: per 32 cells a word with a bit a cell, and
   * how many entries the cells before them have. A sixteenth of a table of all cells, it stays in the nearest caches.
   */
  directory: Int32Array
  /** Per entry an answer word (see answer-word.ts), its offset counted from the start of `words`. */
  answers: Int32Array
  /** Per entry where its candidate list starts in `words`, or −1: see candidates.ts. */
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
    directory: new Int32Array(2 * Math.ceil((columns * rows) / 32)),
    answers: new Int32Array(0),
    lists: new Int32Array(0),
    words: new Int32Array(0),
    extents: createExtents(),
  }
}

export function latticeX(layer: Layer, lng: number): number {
  return (lng - layer.west) * layer.scaleX
}

export function latticeY(layer: Layer, lat: number): number {
  return (lat - layer.south) * layer.scaleY
}

/** Whether lattice coordinates lie in a layer; false for NaN. */
export function isInLayer(layer: Layer, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < layer.limitX && y < layer.limitY
}

/** The root cell of lattice coordinates that lie in the layer. */
export function rootCellAt(layer: Layer, x: number, y: number): number {
  return (y >> CELL_BITS) * layer.columns + (x >> CELL_BITS)
}
