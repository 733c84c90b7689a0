import { firstCoveringSlot } from './candidates.ts'
import { PEN_UP, RECORD_UNITS, VERTEX_BITS, VERTEX_MASK } from './cell-record.ts'
import { CELL_BITS } from './layer.ts'
import type { Layer } from './layer.ts'
import type { ZoneTable } from './zone-table.ts'

const IN_DOUBT = -2
// Vertices are rounded to whole units: nearer than this to a vertex's latitude, the order is not sure.
const SURE_UNITS = 0.75
// Four differences of at most three cells, each times half a unit, and the square of that half.
const SURE_SIDE = 4 * 0.51 * 3 * RECORD_UNITS + 1

/**
 * Slot of the strictest zone that covers a point of the layer, or −1. `x` and `y` are the point's lattice coordinates
 * and must lie in the layer; the degrees are needed where the rounded edges leave a doubt.
 */
export function findStrictest(
  layer: Layer,
  table: ZoneTable,
  x: number,
  y: number,
  lng: number,
  lat: number,
): number {
  const column = x | 0
  const row = y | 0
  const cell = (row >> CELL_BITS) * layer.columns + (column >> CELL_BITS)
  let word = layer.root[cell]!
  if (word >= 0) return word - 1
  const { words } = layer
  const block = ~word >>> 3
  let at = block
  let bits = CELL_BITS
  for (let depth = ~word & 7; depth !== 0; depth = ~word & 7) {
    bits -= depth
    const mask = (1 << depth) - 1
    word = words[at + ((((row >> bits) & mask) << depth) | ((column >> bits) & mask))]!
    if (word >= 0) return word - 1
    at = block + (~word >>> 3)
  }
  const unitsPerLattice = RECORD_UNITS / (1 << bits)
  const slot = readRecord(
    words,
    at,
    (x - ((column >> bits) << bits)) * unitsPerLattice + RECORD_UNITS,
    (y - ((row >> bits) << bits)) * unitsPerLattice + RECORD_UNITS,
  )
  return slot === IN_DOUBT ? firstCoveringSlot(layer, table, cell, lng, lat) : slot
}

// The answer of the record at `at` (cell-record.ts) for a point in its units, or IN_DOUBT.
function readRecord(words: Int32Array, at: number, x: number, y: number): number {
  for (;;) {
    const zone = words[at]!
    if (zone < 0) return ~zone - 1
    const head = words[at + 1]!
    const end = at + 2 + (head >> 1)
    let odd = head & 1
    let x0 = 0
    let dy0 = 0
    for (let i = at + 2; i < end; i++) {
      const vertex = words[i]!
      const x1 = vertex & VERTEX_MASK
      const dy1 = ((vertex >> VERTEX_BITS) & VERTEX_MASK) - y
      if (Math.abs(dy1) < SURE_UNITS) return IN_DOUBT
      if (dy0 > 0 !== dy1 > 0 && vertex < PEN_UP) {
        const side = (x1 - x0) * -dy0 - (dy1 - dy0) * (x - x0)
        if (Math.abs(side) < SURE_SIDE) return IN_DOUBT
        if (side > 0 === dy0 > 0) odd ^= 1
      }
      x0 = x1
      dy0 = dy1
    }
    if (odd === 1) return zone - 1
    at = end
  }
}
