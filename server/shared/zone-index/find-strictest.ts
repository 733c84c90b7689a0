import { UNREFINED } from './answer-word.ts'
import { firstCoveringSlot } from './candidates.ts'
import type { CellBuilder } from './cell-builder.ts'
import { EDGES_MAP, FIRST_ZONE_MAP, MAP_BITS, RECORD_HEAD, RECORD_UNITS } from './cell-record.ts'
import { entryOf } from './directory.ts'
import { CELL_BITS, rootCellAt } from './layer.ts'
import { refineCell } from './refine-cell.ts'
import { IN_DOUBT, readRecord } from './read-record.ts'

/** Neither a slot nor −1: the layer says nothing of this point. */
export const OUTSIDE_LAYER = -3

/**
 * Slot of the strictest zone that covers the point at lng = `points[i]`, lat = `points[i + 1]`, −1 if none does, or
 * OUTSIDE_LAYER. Points come in an array because doubles passed one by one are boxed, and this is the hot path.
 */
export function findStrictest(builder: CellBuilder, points: Float64Array, i: number): number {
  const { layer } = builder
  const x = (points[i]! - layer.west) * layer.scaleX
  const y = (points[i + 1]! - layer.south) * layer.scaleY
  if (!(x >= 0 && y >= 0 && x < layer.limitX && y < layer.limitY)) return OUTSIDE_LAYER
  const entry = entryOf(layer.directory, rootCellAt(layer, x, y))
  return entry < 0 ? -1 : findInCell(builder, entry, points, i)
}

/** The same for a point in the root cell of an entry: its slot, or −1. */
export function findInCell(builder: CellBuilder, entry: number, points: Float64Array, i: number): number {
  const { layer } = builder
  let word = layer.answers[entry]!
  if (word >= 0) return word - 1
  const x = (points[i]! - layer.west) * layer.scaleX
  const y = (points[i + 1]! - layer.south) * layer.scaleY
  if (word === UNREFINED) {
    refineCell(builder, rootCellAt(layer, x, y), entry)
    word = layer.answers[entry]!
    if (word >= 0) return word - 1
  }
  const column = x | 0
  const row = y | 0
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
  const partRow = (row >> (bits - MAP_BITS)) & 7
  const part = ((partRow & 3) << 3) | ((column >> (bits - MAP_BITS)) & 7)
  const map = at + (partRow >> 2)
  if (((words[map + EDGES_MAP]! >> part) & 1) === 0) {
    const isFirstZone = (words[map + FIRST_ZONE_MAP]! >> part) & 1
    return words[at + isFirstZone * RECORD_HEAD]! - 1
  }
  const units = RECORD_UNITS / (1 << bits)
  const unitX = ((x - ((column >> bits) << bits)) * units + RECORD_UNITS) | 0
  const unitY = ((y - ((row >> bits) << bits)) * units + RECORD_UNITS) | 0
  const slot = readRecord(words, at, unitX, unitY)
  return slot === IN_DOUBT ? firstCoveringSlot(layer, builder.table, entry, points[i]!, points[i + 1]!) : slot
}
