import type { BuildingFigures, Column } from './figures.ts'
import { packColumn } from './pack-column.ts'

/** Buildings in a bucket on average, over evenly built ground: fewer makes the edge of an area thinner. */
const PER_BUCKET = 2
/** A building that reaches further from its point than all but this share of them is looked at by itself. */
const USUAL = 0.98
/** … unless it reaches no further than this part of a bucket's side. */
const LITTLE = 0.2

/**
 * Buildings sorted into even buckets of degrees by their point, row by row from the south-west: those of bucket b are
 * rows `starts[b]` to `starts[b + 1] - 1`. Rows from `usual` on are too large for a bucket and lie in none.
 */
export type BuildingBuckets = {
  usual: number
  xs: Float64Array
  ys: Float64Array
  starts: Uint32Array
  /** how far east or west, and north or south, of its point a building in a bucket reaches at most, degrees */
  reach: readonly [number, number]
}

/** Buildings in the order of their buckets, packed, bounds widened to the point; buckets null when there are none. */
export type SortedBuildings = { buildings: BuildingFigures; buckets: BuildingBuckets | null }

/** Sorts buildings into buckets. */
export function fillBuckets(given: BuildingFigures): SortedBuildings {
  const count = given.lng.length
  if (count === 0) return { buildings: given, buckets: null }
  const { lng, lat } = given
  const wide = reaches(lng, given.west, given.east)
  const high = reaches(lat, given.south, given.north)
  const [west, east] = extremes(lng)
  const [south, north] = extremes(lat)
  const side = Math.sqrt(((east - west) * (north - south) * PER_BUCKET) / count)
  const most = usualOf(wide, side)
  const farthest = usualOf(high, side)
  const xs = evenLines(west, east, Math.max(side, most), count)
  const ys = evenLines(south, north, Math.max(side, farthest), count)
  const columns = xs.length - 1
  const buckets = columns * (ys.length - 1)
  const place = (lines: Float64Array, value: number) =>
    Math.min(lines.length - 2, Math.floor(((value - lines[0]!) / (lines.at(-1)! - lines[0]!)) * (lines.length - 1)))
  const bucketOf = Uint32Array.from({ length: count }, (_, i) =>
    wide[i]! > most || high[i]! > farthest ? buckets : place(ys, lat[i]!) * columns + place(xs, lng[i]!),
  )
  const { order, starts } = sortBy(bucketOf, buckets + 1)
  const column = (values: Column) => packColumn(Float64Array.from(order, (row) => values[row]!))
  const widened = (values: Column, point: Column, pick: (a: number, b: number) => number) =>
    packColumn(Float64Array.from(order, (row) => pick(values[row]!, point[row]!)))
  return {
    buildings: {
      lng: column(lng),
      lat: column(lat),
      west: widened(given.west, lng, Math.min),
      south: widened(given.south, lat, Math.min),
      east: widened(given.east, lng, Math.max),
      north: widened(given.north, lat, Math.max),
      people: column(given.people),
      households: column(given.households),
      source: column(given.source),
    },
    buckets: {
      usual: starts[buckets]!,
      xs,
      ys,
      starts: starts.subarray(0, buckets + 1),
      // a hair more than the farthest, and than the rounding of a bucket's lines
      reach: [most + (xs[1]! - xs[0]!) * 1e-6, farthest + (ys[1]! - ys[0]!) * 1e-6],
    },
  }
}

/** How far each building reaches from its point, to the side where that is more. */
function reaches(point: Column, low: Column, high: Column): Float64Array {
  const reach = new Float64Array(point.length)
  for (let i = 0; i < reach.length; i++) reach[i] = Math.max(point[i]! - low[i]!, high[i]! - point[i]!, 0)
  return reach
}

/** The farthest reach of a building that goes into a bucket: all that matter little to it, or else nearly all. */
function usualOf(reaches: Float64Array, side: number): number {
  const sorted = reaches.toSorted()
  const little = Math.min(sorted.at(-1)!, LITTLE * side)
  return Math.max(little, sorted[Math.floor(USUAL * (sorted.length - 1))]!)
}

function extremes(values: Column): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!)
    high = Math.max(high, values[i]!)
  }
  return [low, high]
}

/** Lines at about `side` from each other that hold both ends; one interval where all values are one. */
function evenLines(low: number, high: number, side: number, most: number): Float64Array {
  const count = side > 0 ? Math.max(1, Math.min(most, Math.ceil((high - low) / side))) : 1
  const end = high > low ? high : low + Math.max(side, 1e-6)
  return Float64Array.from({ length: count + 1 }, (_, i) => low + ((end - low) * i) / count)
}

function sortBy(keys: Uint32Array, count: number): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  for (const key of keys) starts[key + 1]! += 1
  for (let k = 0; k < count; k++) starts[k + 1]! += starts[k]!
  const next = starts.slice()
  const order = new Uint32Array(keys.length)
  keys.forEach((key, row) => (order[next[key]!++] = row))
  return { order, starts }
}
