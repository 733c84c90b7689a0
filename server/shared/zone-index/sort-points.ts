import { CELL_BITS } from './layer.ts'
import type { Layer } from './layer.ts'

/** Points in an order in which neighbours follow one another: lng, lat interleaved, and their numbers before. */
export type SortedPoints = {
  points: Float64Array
  numbers: Int32Array
  buckets: Uint16Array
}

export function createSortedPoints(most: number): SortedPoints {
  return { points: new Float64Array(2 * most), numbers: new Int32Array(most), buckets: new Uint16Array(most) }
}

/**
 * Sorts the points numbered `from`..`to` by `mostBuckets` or fewer rectangles of root cells, and returns how many lie in the layer. Behind
 * those come the others, so that they can be looked for elsewhere.
 */
export function sortPoints(
  layer: Layer,
  points: Float64Array,
  from: number,
  to: number,
  { buckets, numbers, points: sorted }: SortedPoints,
  mostBuckets: number,
): number {
  const { west, south, scaleX, scaleY, limitX, limitY } = layer
  let bits = CELL_BITS
  while ((limitX / 2 ** bits) * (limitY / 2 ** bits) > mostBuckets) bits += 1
  const columns = Math.ceil(limitX / 2 ** bits)
  const outside = columns * Math.ceil(limitY / 2 ** bits)
  const starts = new Int32Array(outside + 2)
  for (let i = from; i < to; i++) {
    const x = (points[2 * i]! - west) * scaleX
    const y = (points[2 * i + 1]! - south) * scaleY
    const isInside = x >= 0 && y >= 0 && x < limitX && y < limitY
    const bucket = isInside ? (y >> bits) * columns + (x >> bits) : outside
    buckets[i - from] = bucket
    starts[bucket + 1]!++
  }
  for (let b = 1; b < starts.length; b++) starts[b]! += starts[b - 1]!
  for (let i = from; i < to; i++) {
    const at = starts[buckets[i - from]!]!++
    numbers[at] = i
    sorted[2 * at] = points[2 * i]!
    sorted[2 * at + 1] = points[2 * i + 1]!
  }
  return outside === 0 ? 0 : starts[outside - 1]!
}
