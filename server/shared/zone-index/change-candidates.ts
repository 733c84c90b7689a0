import { UNREFINED } from './answer-word.ts'
import { BLOCK, BLOCK_LENGTH, CAPACITY, LIST_HEAD } from './candidates.ts'
import { allocate, release } from './extents.ts'
import { grownInts } from './grow.ts'
import type { Layer } from './layer.ts'
import { isStricter } from './zone-table.ts'
import type { ZoneTable } from './zone-table.ts'

/** Gives an entry, which has none, an empty candidate list with room for so many zones. */
export function openList(layer: Layer, entry: number, capacity: number): void {
  const list = allocate(layer.extents, LIST_HEAD + capacity)
  layer.words = grownInts(layer.words, layer.extents.end)
  layer.words[list] = 0
  layer.words[list + CAPACITY] = capacity
  layer.words[list + BLOCK_LENGTH] = 0
  layer.lists[entry] = list
}

/** Adds a zone that is less strict than all that the list names; the list has room for it. */
export function appendCandidate(layer: Layer, entry: number, candidate: number): void {
  const list = layer.lists[entry]!
  layer.words[list + LIST_HEAD + layer.words[list]!++] = candidate
  layer.answers[entry] = UNREFINED
}

/** Adds a zone to an entry in the place that its strictness gives it. */
export function insertCandidate(layer: Layer, table: ZoneTable, entry: number, slot: number): void {
  const candidates = takeList(layer, entry)
  const place = candidates.findIndex((candidate) => isStricter(table, slot, candidate >> 1))
  candidates.splice(place < 0 ? candidates.length : place, 0, slot << 1)
  giveList(layer, entry, candidates)
}

/** Takes a zone out of an entry, if it is there. */
export function removeCandidate(layer: Layer, entry: number, slot: number): void {
  const candidates = takeList(layer, entry)
  giveList(layer, entry, candidates.filter((candidate) => candidate >> 1 !== slot))
}

// Leaves the entry without list and block.
function takeList(layer: Layer, entry: number): number[] {
  const { words, lists, extents } = layer
  const list = lists[entry]!
  lists[entry] = -1
  layer.answers[entry] = 0
  if (list < 0) return []
  const candidates = [...words.subarray(list + LIST_HEAD, list + LIST_HEAD + words[list]!)]
  release(extents, list, LIST_HEAD + words[list + CAPACITY]!)
  if (words[list + BLOCK_LENGTH]! > 0) release(extents, words[list + BLOCK]!, words[list + BLOCK_LENGTH]!)
  return candidates
}

function giveList(layer: Layer, entry: number, candidates: readonly number[]): void {
  if (candidates.length === 0) return
  openList(layer, entry, candidates.length)
  for (const candidate of candidates) appendCandidate(layer, entry, candidate)
}
