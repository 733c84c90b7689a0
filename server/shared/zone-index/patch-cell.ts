import { pointerDepth, pointerOffset, pointerWord } from './answer-word.ts'
import { LIST_HEAD } from './candidates.ts'
import { allocate, release } from './extents.ts'
import { grownInts } from './grow.ts'
import type { Layer } from './layer.ts'
import { patchWord } from './patch-words.ts'
import type { Patch } from './patch-words.ts'
import { isStricter } from './zone-table.ts'
import type { ZoneTable } from './zone-table.ts'

/** Puts into a root cell a zone that covers it wholly. */
export function coverCell(layer: Layer, table: ZoneTable, cell: number, slot: number): void {
  const candidates = candidatesOf(layer, cell)
  const place = candidates.findIndex((candidate) => isStricter(table, slot, candidate >> 1))
  candidates.splice(place < 0 ? candidates.length : place, 0, (slot << 1) | 1)
  patchCell(layer, cell, {
    relabel: (label) => (label === 0 || isStricter(table, slot, label - 1) ? slot + 1 : label),
    hides: (zone) => isStricter(table, slot, zone - 1),
  })
  writeCandidates(layer, cell, candidates)
}

/**
 * Takes out of a root cell a zone that covers it wholly. Refuses, and changes nothing, when the edges of less strict
 * zones cross the cell: those were hidden, and the cell must be built anew.
 */
export function uncoverCell(layer: Layer, cell: number, slot: number): boolean {
  const candidates = candidatesOf(layer, cell)
  const place = candidates.indexOf((slot << 1) | 1)
  const hidden = candidates.slice(place + 1)
  if (hidden.some((candidate) => (candidate & 1) === 0)) return false
  const next = hidden.length > 0 ? (hidden[0]! >> 1) + 1 : 0
  candidates.splice(place, 1)
  patchCell(layer, cell, { relabel: (label) => (label === slot + 1 ? next : label), hides: () => false })
  writeCandidates(layer, cell, candidates)
  return true
}

/** The candidate list of a root cell (candidates.ts), without its head. */
export function candidatesOf(layer: Layer, cell: number): number[] {
  const list = layer.lists[cell]!
  return list < 0 ? [] : [...layer.words.subarray(list + LIST_HEAD, list + LIST_HEAD + layer.words[list]!)]
}

function patchCell(layer: Layer, cell: number, patch: Patch): void {
  const word = layer.root[cell]!
  if (word >= 0) {
    layer.root[cell] = patch.relabel(word)
    return
  }
  // The root counts offsets from the start of all words, a block from its own.
  const patched = patchWord(layer.words, pointerOffset(word), pointerWord(0, pointerDepth(word)), patch)
  if (patched < 0) return
  layer.root[cell] = patched
  const list = layer.lists[cell]!
  release(layer.extents, layer.words[list + 1]!, layer.words[list + 2]!)
  layer.words[list + 2] = 0
}

function writeCandidates(layer: Layer, cell: number, candidates: readonly number[]): void {
  const old = layer.lists[cell]!
  const [block, blockLength] = old < 0 ? [0, 0] : [layer.words[old + 1]!, layer.words[old + 2]!]
  if (old >= 0) release(layer.extents, old, LIST_HEAD + layer.words[old]!)
  layer.lists[cell] = -1
  if (candidates.length === 0) return
  const list = allocate(layer.extents, LIST_HEAD + candidates.length)
  layer.words = grownInts(layer.words, layer.extents.end)
  layer.words.set([candidates.length, block, blockLength, ...candidates], list)
  layer.lists[cell] = list
}
