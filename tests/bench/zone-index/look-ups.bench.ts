import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { byStrictness, rankOfKind } from '#shared/zone-index/strictness.ts'
import type { BenchResult } from '../bench-result.ts'
import { referenceZones } from '../reference-zones.ts'
import type { ReferenceExtent } from '../reference-zones.ts'
import { contenders, SLOW_CONTENDERS } from './contenders.ts'
import type { Find } from './contenders.ts'
import { median, spreadOf, timeOf } from './measure.ts'
import { referencePoints } from './reference-points.ts'

const POINTS = 1_000_000
const ROUNDS = 5
// How many points a contender gets in a round: enough to measure, few enough to wait for.
const SLICE = 100_000
const OTHERS_SLICE = 25_000
const SLOW_SLICE = 5000
const TURF_TESTS = 500_000
const AGREED = 2000

type Bars = { single?: number; batch?: number }

/** Look-ups of random points on one thread, all contenders in turn in every round, answers compared. */
export async function run(): Promise<BenchResult[]> {
  const small = measureSet(100, 'country', {})
  const box = measureSet(10_000, 'box', { single: 15, batch: 40 })
  const country = measureSet(10_000, 'country', { single: 5, batch: 20 })
  const large = measureSet(100_000, 'country', { single: 6 })
  const growth = small.perSecond / large.perSecond
  return [
    ...small.results,
    ...box.results,
    ...country.results,
    ...large.results,
    { ...nothingElse, name: 'growth of a look-up, 100 → 100,000 zones, country', unit: '×', ours: growth, bar: 4, reached: growth <= 4 },
  ]
}

const nothingElse = { other: null, otherName: null, ratio: null, spread: null }

function measureSet(count: number, extent: ReferenceExtent, bars: Bars): { results: BenchResult[]; perSecond: number } {
  const zones = referenceZones(count, extent)
  const sorted = zones
    .map((zone) => ({ zone, id: zone.id, rank: rankOfKind(zone.kind) }))
    .sort(byStrictness)
    .map(({ zone }) => zone)
  const index = createZoneIndex(zones)
  const points = referencePoints(zones, extent, POINTS, (lng, lat) => index.strictestAt(lng, lat) !== null)
  const others = contenders(sorted)
  const singles: Record<string, number[]> = { ours: [] }
  const batches: number[] = []
  const smallBatches: number[] = []
  let answers = 0
  for (let round = 0; round < ROUNDS; round++) {
    const from = round * SLICE
    const time = timeOf(() => {
      for (let i = from; i < from + SLICE; i++) {
        if (index.strictestAt(points[2 * i]!, points[2 * i + 1]!) !== null) answers++
      }
    })
    singles['ours']!.push(SLICE / time)
    for (const [name, find] of Object.entries(others)) {
      const slice = sliceOf(name, count)
      const [found, taken] = timeSlice(find, points, from, slice)
      answers += found
      const rates = (singles[name] ??= [])
      rates.push(slice / taken)
    }
    batches.push(POINTS / timeOf(() => (answers += index.batch(points)[round]!)))
    smallBatches.push(SLICE / timeOf(() => {
      for (let i = from; i < from + SLICE; i += 10_000) answers += index.batch(points.subarray(2 * i, 2 * i + 20_000))[round]!
    }))
  }
  if (answers === 0) throw new Error('no point was found in a zone')
  for (const [name, find] of Object.entries(others)) checkAgreement(find, name, Math.min(AGREED, sliceOf(name, count)))

  const ours = singles['ours']!
  const rivals = ['flatbush + hao', 'flatbush + hao, strictest only']
  const place = `${count.toLocaleString('en')} zones, ${extent}`
  const results = Object.keys(others).map((name) =>
    compared(`single, ${place}`, ours, nameOf(name, count), singles[name]!, name === 'flatbush + hao' ? bars.single : undefined))
  for (const name of rivals) {
    const bar = name === 'flatbush + hao' ? bars.batch : undefined
    results.push(compared(`batch of 1,000,000, ${place}`, batches, name, singles[name]!, bar))
    results.push(compared(`batches of 10,000, ${place}`, smallBatches, name, singles[name]!))
  }
  return { results, perSecond: median(ours) }

  function checkAgreement(find: Find, name: string, agreed: number): void {
    const slots = index.batch(points)
    for (let i = 0; i < agreed; i++) {
      const [x, y] = [points[2 * i]!, points[2 * i + 1]!]
      const id = sorted[find(x, y)]?.id ?? null
      const batched = slots[i]! < 0 ? null : index.idOf(slots[i]!)
      if (index.strictestAt(x, y) !== id || batched !== id) throw new Error(`${name} disagrees at ${x}, ${y}: ${id}`)
    }
  }
}

// Turf tests one zone after another.
function sliceOf(name: string, zones: number): number {
  if (name === 'Turf') return Math.min(SLOW_SLICE, TURF_TESTS / zones)
  return SLOW_CONTENDERS.includes(name) ? SLOW_SLICE : OTHERS_SLICE
}

function nameOf(name: string, zones: number): string {
  const slice = sliceOf(name, zones)
  return slice < OTHERS_SLICE ? `${name} (${slice.toLocaleString('en')} points a round)` : name
}

function timeSlice(find: Find, points: Float64Array, from: number, count: number): [number, number] {
  let found = 0
  const taken = timeOf(() => {
    for (let i = from; i < from + count; i++) if (find(points[2 * i]!, points[2 * i + 1]!) >= 0) found++
  })
  return [found, taken]
}

// Rates in points per millisecond, so thousands a second.
function compared(name: string, ours: number[], otherName: string, others: number[], bar?: number): BenchResult {
  const ratio = median(ours.map((rate, round) => rate / others[round]!))
  const judged = bar === undefined ? {} : { bar, reached: ratio >= bar }
  return { name, unit: 'k/s', ours: median(ours), other: median(others), otherName, ratio, spread: spreadOf(ours), ...judged }
}
