import type { CellBuilder } from './cell-builder.ts'
import { findInCell } from './find-strictest.ts'
import { createSortedPoints, sortPoints } from './sort-points.ts'

// As many points as are sorted at once, in 17 MB: with fewer, neighbours in the index are too seldom neighbours in time,
// with more, sorting leaves the caches. Of 2^18, 2^19 and 2^20 this was the best.
const MOST_SORTED = 1 << 19

/**
 * Slots of the strictest zones for many points, −1 where none covers them and OUTSIDE_LAYER outside the layer, into
 * `slots` in the order asked; returns how many are outside. Sorted points find the words they need in the processor's
 * caches.
 */
export function findBatch(builder: CellBuilder, points: Float64Array, slots: Int32Array): number {
  let outside = 0
  const sorted = createSortedPoints(Math.min(slots.length, MOST_SORTED))
  for (let from = 0; from < slots.length; from += MOST_SORTED) {
    const to = Math.min(from + MOST_SORTED, slots.length)
    outside += sortPoints(builder.layer, points, from, to, sorted, slots)
    const { numbers, entries, length } = sorted
    for (let n = 0; n < length; n++) slots[numbers[n]!] = findInCell(builder, entries[n]!, sorted.points, 2 * n)
  }
  return outside
}
