import { CELL_BITS } from './layer.ts'
import type { Layer } from './layer.ts'

// Few enough for the counters and the pages being written to stay in the processor's first caches.
const MOST_BUCKETS = 1024

/** Points in an order in which neighbours follow one another: lng, lat interleaved, and their numbers before. */
export type SortedPoints = {
  points: Float64Array
  numbers: Int32Array
  buckets: Uint16Array
  starts: Int32Array
}

export function createSortedPoints(most: number): SortedPoints {
  return {
    points: new Float64Array(2 * most),
    numbers: new Int32Array(most),
    buckets: new Uint16Array(most),
    starts: new Int32Array(MOST_BUCKETS + 2),
  }
}

/**
 * Sorts the points numbered `from`..`to` by rectangles of root cells. Points outside the layer come first; returns how
 * many they are.
 */
export function sortPoints(
  layer: Layer,
  points: Float64Array,
  from: number,
  to: number,
  { buckets, numbers, starts, points: sorted }: SortedPoints,
): number {
  const { west, south, scaleX, scaleY, limitX, limitY } = layer
  let bits = CELL_BITS
  while (Math.ceil(limitX / 2 ** bits) * Math.ceil(limitY / 2 ** bits) > MOST_BUCKETS) bits += 1
  const columns = Math.ceil(limitX / 2 ** bits)
  starts.fill(0)
  for (let i = from; i < to; i++) {
    const x = (points[2 * i]! - west) * scaleX
    const y = (points[2 * i + 1]! - south) * scaleY
    const isInside = x >= 0 && y >= 0 && x < limitX && y < limitY
    const bucket = isInside ? 1 + (y >> bits) * columns + (x >> bits) : 0
    buckets[i - from] = bucket
    starts[bucket + 1]!++
  }
  const outside = starts[1]!
  for (let b = 1; b < starts.length; b++) starts[b]! += starts[b - 1]!
  for (let i = from; i < to; i++) {
    const at = starts[buckets[i - from]!]!++
    numbers[at] = i
    sorted[2 * at] = points[2 * i]!
    sorted[2 * at + 1] = points[2 * i + 1]!
  }
  return outside
}
