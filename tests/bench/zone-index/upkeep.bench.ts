import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import type { ZoneIndex } from '#shared/zone-index/zone-index.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { referenceZones } from '../reference-zones.ts'
import type { ReferenceExtent } from '../reference-zones.ts'
import { bytesInUse, median, quantile, spreadOf, timeOf } from './measure.ts'

const BUILDS = 7
const CHANGES = 300

type Bars = { seconds?: number; memory?: number; milliseconds?: number }

/** What the index costs beside look-ups: to build it, to keep it, and to change one zone. */
export async function run(): Promise<BenchResult[]> {
  return [
    ...measureSet(10_000, 'box', { seconds: 0.3, memory: 1.2, milliseconds: 5 }),
    ...measureSet(10_000, 'country', { seconds: 0.3, memory: 1.2, milliseconds: 5 }),
    ...measureSet(100_000, 'box', {}),
    ...measureSet(100_000, 'country', { seconds: 3, memory: 2 }),
  ]
}

function measureSet(count: number, extent: ReferenceExtent, bars: Bars): BenchResult[] {
  const place = `${count.toLocaleString('en')} zones, ${extent}`
  const zones = referenceZones(count, extent)
  const seconds = Array.from({ length: BUILDS }, () => timeOf(() => createZoneIndex(zones)) / 1000)
  const before = bytesInUse()
  const index = createZoneIndex(zones)
  const held = bytesInUse() - before
  const { coordinateBytes, indexBytes } = index.stats()
  const changes = timeChanges(index, zones)
  return [
    alone(`build, ${place}`, 's', median(seconds), spreadOf(seconds), bars.seconds),
    alone(`memory beside the coordinates, ${place}`, '× coordinates', indexBytes / coordinateBytes, null, bars.memory),
    alone(`the same with ids and tables on the heap, ${place}`, '× coordinates', held / coordinateBytes - 1, null, bars.memory),
    alone(`one zone added, changed or lifted, median, ${place}`, 'ms', median(changes), spreadOf(changes)),
    alone(`the same, 99th percentile, ${place}`, 'ms', quantile(changes, 0.99), null, bars.milliseconds),
  ]
}

// A random zone is lifted, added again, or changed to the shape of another, in turn.
function timeChanges(index: ZoneIndex, zones: readonly IndexedZone[]): number[] {
  const random = seededRandom(3)
  const anyZone = () => zones[Math.floor(random() * zones.length)]!
  const times: number[] = []
  for (let i = 0; i < CHANGES; i++) {
    const zone = anyZone()
    times.push(timeOf(() => index.apply({ remove: [zone.id] })))
    times.push(timeOf(() => index.apply({ put: [zone] })))
    const { geometry } = anyZone()
    times.push(timeOf(() => index.apply({ put: [{ ...zone, geometry }] })))
    index.apply({ put: [zone] })
  }
  if (index.stats().zones !== zones.length) throw new Error('a change lost or doubled a zone')
  return times.slice(60)
}

function alone(name: string, unit: string, ours: number, spread: number | null, bar?: number): BenchResult {
  const judged = bar === undefined ? {} : { bar, reached: ours <= bar }
  return { name, unit, ours, other: null, otherName: null, ratio: null, spread, ...judged }
}
