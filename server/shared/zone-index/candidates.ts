import type { Layer } from './layer.ts'
import { zoneCovers } from './zone-table.ts'
import type { ZoneTable } from './zone-table.ts'

/**
 * A candidate list names the zones of a root cell, the strictest first: their number, for how many there is room, start
 * and length of the cell's block in `words`, then for each zone slot × 2, plus 1 where it covers the cell wholly. Until
 * the cell is refined the list may also name zones that only come near.
 */
export const CAPACITY = 1
export const BLOCK = 2
export const BLOCK_LENGTH = 3
export const LIST_HEAD = 4

/** Slots of the zones that cover a point of an entry's root cell, from the strictest, which is known, on. */
export function coveringSlotsFrom(layer: Layer, table: ZoneTable, entry: number, first: number, lng: number, lat: number): number[] {
  const found = [first]
  const list = layer.lists[entry]!
  const end = list + LIST_HEAD + layer.words[list]!
  let i = list + LIST_HEAD
  while (i < end && layer.words[i]! >> 1 !== first) i++
  for (i++; i < end; i++) {
    const candidate = layer.words[i]!
    if (isCovering(table, candidate, lng, lat)) found.push(candidate >> 1)
  }
  return found
}

/** Slot of the strictest zone that covers a point of an entry's root cell, or −1, by exact tests alone. */
export function firstCoveringSlot(layer: Layer, table: ZoneTable, entry: number, lng: number, lat: number): number {
  const list = layer.lists[entry]!
  const end = list + LIST_HEAD + layer.words[list]!
  for (let i = list + LIST_HEAD; i < end; i++) {
    const candidate = layer.words[i]!
    if (isCovering(table, candidate, lng, lat)) return candidate >> 1
  }
  return -1
}

function isCovering(table: ZoneTable, candidate: number, lng: number, lat: number): boolean {
  return (candidate & 1) === 1 || zoneCovers(table, candidate >> 1, lng, lat)
}
