import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import type { ZoneIndex } from '#shared/zone-index/zone-index.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { referenceZones } from '../reference-zones.ts'
import type { ReferenceExtent } from '../reference-zones.ts'
import { bytesInUse, cpuTime, median, quantile, spreadOf, timeOf } from './measure.ts'

const BUILDS = 7
const LARGE_BUILDS = 3
const CHANGES = 300
const WARM_UP = 60
const ASIDE = 1e-5

type Bars = { seconds?: number; memory?: number; milliseconds?: number }

/** What the index costs beside look-ups: to build it, to keep it, and to change one zone. */
export async function run(): Promise<BenchResult[]> {
  return [
    ...measureSet(10_000, 'box', { seconds: 0.3, memory: 1.2, milliseconds: 5 }),
    ...measureSet(10_000, 'country', { seconds: 0.3, memory: 1.2, milliseconds: 5 }),
    ...measureSet(100_000, 'country', { seconds: 3, memory: 2 }),
  ]
}

function measureSet(count: number, extent: ReferenceExtent, bars: Bars): BenchResult[] {
  const place = `${count.toLocaleString('en')} zones, ${extent}`
  const zones = referenceZones(count, extent)
  const builds = count > 10_000 ? LARGE_BUILDS : BUILDS
  const seconds = Array.from({ length: builds }, () => timeOf(() => createZoneIndex(zones)) / 1000)
  const before = bytesInUse()
  let index = createZoneIndex([])
  const start = cpuTime()
  index = createZoneIndex(zones)
  const first = timeFirstLookUps(index, zones)
  askAtVertices(index, zones)
  const refined = (cpuTime() - start) / 1000
  const held = bytesInUse() - before
  const { coordinateBytes, indexBytes } = index.stats()
  const { changes, withLookUps } = timeChanges(index, zones)
  return [
    alone(`build, cells refined when first asked about, ${place}`, 's', median(seconds), spreadOf(seconds), bars.seconds),
    alone(`build and look-ups at every vertex, all cells refined, ${place}`, 's', refined, null),
    alone(`first look-ups after a build, median, ${place}`, 'ms', median(first), spreadOf(first)),
    alone(`the same, 99th percentile, ${place}`, 'ms', quantile(first, 0.99), null),
    alone(`memory beside the coordinates, all cells refined, ${place}`, '× coordinates', indexBytes / coordinateBytes, null, bars.memory),
    alone(`the same with ids and tables on the heap, ${place}`, '× coordinates', held / coordinateBytes - 1, null, bars.memory),
    alone(`one zone added, changed or lifted, median, ${place}`, 'ms', median(changes), spreadOf(changes)),
    alone(`the same, 99th percentile, ${place}`, 'ms', quantile(changes, 0.99), null, bars.milliseconds),
    alone(`the same with look-ups at the zone's vertices after it, 99th percentile, ${place}`, 'ms', quantile(withLookUps, 0.99), null, bars.milliseconds),
  ]
}

// One in each zone: every one of them the first in its cell, or nearly.
function timeFirstLookUps(index: ZoneIndex, zones: readonly IndexedZone[]): number[] {
  const times: number[] = []
  for (const { geometry } of zones) {
    const [lng, lat] = geometry.coordinates[0]![0]![0]!
    const start = performance.now()
    index.strictestAt(lng!, lat!)
    times.push(performance.now() - start)
  }
  return times
}

// A metre or so from each vertex, as a point right on one takes an exact test.
function askAtVertices(index: ZoneIndex, zones: readonly IndexedZone[]): void {
  let found = 0
  for (const { geometry } of zones) {
    for (const ring of geometry.coordinates[0]!) {
      for (const [lng, lat] of ring) if (index.strictestAt(lng! + ASIDE, lat!) !== null) found += 1
    }
  }
  if (zones.length > 0 && found === 0) throw new Error('no zone was found at any vertex')
}

// By the clock, as processor time may be counted in steps of 4 ms. A random zone is lifted, added again, or changed to the shape of another, in turn.
function timeChanges(index: ZoneIndex, zones: readonly IndexedZone[]): { changes: number[]; withLookUps: number[] } {
  const random = seededRandom(3)
  const anyZone = () => zones[Math.floor(random() * zones.length)]!
  const changes: number[] = []
  const withLookUps: number[] = []
  for (let i = 0; i < CHANGES; i++) {
    const zone = anyZone()
    const changed = { ...zone, geometry: anyZone().geometry }
    for (const [change, shown] of [[{ remove: [zone.id] }, []], [{ put: [zone] }, [zone]], [{ put: [changed] }, [changed]]] as const) {
      const start = performance.now()
      index.apply(change)
      changes.push(performance.now() - start)
      askAtVertices(index, shown)
      withLookUps.push(performance.now() - start)
    }
    index.apply({ put: [zone] })
    askAtVertices(index, [zone, changed])
  }
  if (index.stats().zones !== zones.length) throw new Error('a change lost or doubled a zone')
  return { changes: changes.slice(WARM_UP), withLookUps: withLookUps.slice(WARM_UP) }
}

function alone(name: string, unit: string, ours: number, spread: number | null, bar?: number): BenchResult {
  const judged = bar === undefined ? {} : { bar, reached: ours <= bar }
  return { name, unit, ours, other: null, otherName: null, ratio: null, spread, ...judged }
}
