import { firstCoveringSlot } from './candidates.ts'
import { RECORD_UNITS } from './cell-record.ts'
import { CELL_BITS } from './layer.ts'
import type { Layer } from './layer.ts'
import { IN_DOUBT, readRecord } from './read-record.ts'
import type { ZoneTable } from './zone-table.ts'

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
