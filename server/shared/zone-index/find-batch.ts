import { createBatchStage, STAGE_POINTS } from './batch-stage.ts'
import { findStage } from './find-stage.ts'
import type { Layer } from './layer.ts'
import { createSortedPoints, sortPoints } from './sort-points.ts'
import type { ZoneTable } from './zone-table.ts'

// Few enough for the counters and the pages being written to stay in the processor's first caches.
const MOST_BUCKETS = 4096
// As many points as are sorted at once; what they take fits the second-level cache.
const SORTED_POINTS = 1 << 17
// Fewer points are too far apart for their order to matter.
const FEW_POINTS = 1 << 15

/**
 * Slots of the strictest zones for many points, −1 where none covers them, into `slots` in the order asked. Points
 * outside the layer are left to `elsewhere`, which is given their coordinates.
 */
export function findBatch(
  layer: Layer,
  table: ZoneTable,
  points: Float64Array,
  slots: Int32Array,
  elsewhere: (lng: number, lat: number) => number,
): void {
  const stage = createBatchStage()
  const { answers } = stage
  const sorted = createSortedPoints(Math.min(slots.length, SORTED_POINTS))
  const { numbers } = sorted
  for (let from = 0; from < slots.length; from += SORTED_POINTS) {
    const to = Math.min(from + SORTED_POINTS, slots.length)
    const inside = sortPoints(layer, points, from, to, sorted, to - from < FEW_POINTS ? 1 : MOST_BUCKETS)
    for (let start = 0; start < inside; start += STAGE_POINTS) {
      const end = Math.min(start + STAGE_POINTS, inside)
      findStage(layer, table, sorted.points, start, end, stage)
      for (let n = start; n < end; n++) slots[numbers[n]!] = answers[n - start]! - 1
    }
    for (let n = inside; n < to - from; n++) {
      slots[numbers[n]!] = elsewhere(sorted.points[2 * n]!, sorted.points[2 * n + 1]!)
    }
  }
}
