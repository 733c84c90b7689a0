import { findStrictest } from './find-strictest.ts'
import type { Layer } from './layer.ts'
import { createSortedPoints, sortPoints } from './sort-points.ts'
import type { ZoneTable } from './zone-table.ts'

// As many points as are sorted at once: what they take should fit the second-level cache.
const MOST_SORTED = 1 << 16

/**
 * Slots of the strictest zones for many points, −1 where none covers them and OUTSIDE_LAYER outside the layer, into
 * `slots` in the order asked; returns how many are outside. Sorted points find the words they need in the processor's
 * caches.
 */
export function findBatch(layer: Layer, table: ZoneTable, points: Float64Array, slots: Int32Array): number {
  let outside = 0
  const sorted = createSortedPoints(Math.min(slots.length, MOST_SORTED))
  for (let from = 0; from < slots.length; from += MOST_SORTED) {
    const to = Math.min(from + MOST_SORTED, slots.length)
    outside += sortPoints(layer, points, from, to, sorted)
    for (let n = 0; n < to - from; n++) slots[sorted.numbers[n]!] = findStrictest(layer, table, sorted.points, 2 * n)
  }
  return outside
}
