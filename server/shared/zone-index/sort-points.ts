import { countBits } from './directory.ts'
import { OUTSIDE_LAYER } from './find-strictest.ts'
import { CELL_BITS } from './layer.ts'
import type { Layer } from './layer.ts'

// Few enough for the counters and the pages being written to stay in the processor's first caches.
const MOST_BUCKETS = 1024

/** Points in an order in which neighbours follow one another: lng, lat interleaved, their numbers before, their entries. */
export type SortedPoints = {
  points: Float64Array
  numbers: Int32Array
  entries: Int32Array
  length: number
  /** The same of each point to sort. */
  unsorted: Int32Array
  unsortedEntries: Int32Array
  starts: Int32Array
}

export function createSortedPoints(most: number): SortedPoints {
  return {
    points: new Float64Array(2 * most),
    numbers: new Int32Array(most),
    entries: new Int32Array(most),
    length: 0,
    unsorted: new Int32Array(most),
    unsortedEntries: new Int32Array(most),
    starts: new Int32Array(MOST_BUCKETS + 1),
  }
}

/**
 * Sorts the points numbered `from`..`to` by runs of root cells. Leaves out, and answers in `slots`, those whose root cell
 * has no zone near and those outside the layer; returns how many the latter are.
 */
export function sortPoints(
  layer: Layer,
  points: Float64Array,
  from: number,
  to: number,
  sorted: SortedPoints,
  slots: Int32Array,
): number {
  const { west, south, scaleX, scaleY, limitX, limitY, columns, directory } = layer
  const { unsorted, unsortedEntries, starts, numbers, entries, points: placed } = sorted
  let shift = 0
  while (layer.answers.length >> shift >= MOST_BUCKETS) shift += 1
  starts.fill(0)
  let length = 0
  let outside = 0
  for (let i = from; i < to; i++) {
    const x = (points[2 * i]! - west) * scaleX
    const y = (points[2 * i + 1]! - south) * scaleY
    if (!(x >= 0 && y >= 0 && x < limitX && y < limitY)) {
      slots[i] = OUTSIDE_LAYER
      outside += 1
      continue
    }
    const cell = (y >> CELL_BITS) * columns + (x >> CELL_BITS)
    const at = (cell >> 5) << 1
    const bits = directory[at]!
    const entry = directory[at + 1]! + countBits(bits & ((1 << (cell & 31)) - 1))
    const isListed = (bits >>> (cell & 31)) & 1
    // Without a branch, which would often be guessed wrong.
    slots[i] = -1
    unsorted[length] = i
    unsortedEntries[length] = entry
    starts[(entry >> shift) + 1]! += isListed
    length += isListed
  }
  for (let b = 1; b < starts.length; b++) starts[b]! += starts[b - 1]!
  for (let n = 0; n < length; n++) {
    const entry = unsortedEntries[n]!
    const at = starts[entry >> shift]!++
    const i = unsorted[n]!
    numbers[at] = i
    entries[at] = entry
    placed[2 * at] = points[2 * i]!
    placed[2 * at + 1] = points[2 * i + 1]!
  }
  sorted.length = length
  return outside
}
