import type { Layer } from './layer.ts'
import { eachCell } from './region.ts'
import type { Region } from './region.ts'

/** The entry of a root cell, or −1. */
export function entryOf(directory: Int32Array, cell: number): number {
  const at = (cell >> 5) << 1
  const bits = directory[at]!
  if (((bits >>> (cell & 31)) & 1) === 0) return -1
  return directory[at + 1]! + countBits(bits & ((1 << (cell & 31)) - 1))
}

/** Gives every root cell of these regions an entry, empty where it had none; entries that were move along. */
export function openCells(layer: Layer, regions: readonly Region[]): void {
  const before = layer.directory
  const after = before.slice()
  if (!markCells(layer, after, regions)) return
  let length = 0
  for (let at = 0; at < after.length; at += 2) {
    after[at + 1] = length
    length += countBits(after[at]!)
  }
  const answers = new Int32Array(length)
  const lists = new Int32Array(length).fill(-1)
  for (let at = 0; at < after.length; at += 2) {
    let old = before[at + 1]!
    let entry = after[at + 1]!
    for (let bits = after[at]!; bits !== 0; bits &= bits - 1, entry++) {
      if ((before[at]! & bits & -bits) === 0) continue
      answers[entry] = layer.answers[old]!
      lists[entry] = layer.lists[old++]!
    }
  }
  layer.directory = after
  layer.answers = answers
  layer.lists = lists
}

function markCells(layer: Layer, directory: Int32Array, regions: readonly Region[]): boolean {
  let isNew = false
  for (const region of regions) {
    eachCell(layer, region, (cell) => {
      const at = (cell >> 5) << 1
      const bit = 1 << (cell & 31)
      isNew ||= (directory[at]! & bit) === 0
      directory[at]! |= bit
    })
  }
  return isNew
}

// Hacker's Delight, figure 5-2.
export function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
