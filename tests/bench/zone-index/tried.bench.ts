import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { byStrictness, rankOfKind } from '#shared/zone-index/strictness.ts'
import type { BenchResult } from '../bench-result.ts'
import { referenceZones, type ReferenceExtent } from '../reference-zones.ts'
import { type Find, flatbushTyped } from './contenders.ts'
import { bytesInUse, median, spreadOf, timeOf } from './measure.ts'
import { referencePoints } from './reference-points.ts'
import { covering } from './tried/covering.ts'
import { flatZones, type FlatZone } from './tried/flat-zones.ts'
import { hilbertCells } from './tried/hilbert-cells.ts'
import { quadtree } from './tried/quadtree.ts'
import { rowBands } from './tried/row-bands.ts'

const ZONES = 10_000
const POINTS = 50_000
const ROUNDS = 5

const TRIED: Record<string, (zones: readonly FlatZone[]) => Find> = {
  'flatbush, typed rings': flatbushTyped,
  'row bands': rowBands,
  'Hilbert-ordered cells': hilbertCells,
  'quadtree with edges': quadtree,
  'covering by cells (S2, H3)': covering,
}

/** The other structures that the zone index might have been: the same zones and points, all exact, answers compared. */
export async function run(): Promise<BenchResult[]> {
  return [...compareAll('box'), ...compareAll('country')]
}

function compareAll(extent: ReferenceExtent): BenchResult[] {
  const sorted = referenceZones(ZONES, extent)
    .map((zone) => ({ zone, id: zone.id, rank: rankOfKind(zone.kind) }))
    .sort(byStrictness)
    .map(({ zone }) => zone)
  const index = createZoneIndex(sorted)
  const points = referencePoints(sorted, extent, POINTS, (lng, lat) => index.strictestAt(lng, lat) !== null)
  const flat = flatZones(sorted)
  const coordinateBytes = flat.reduce((sum, { coordinates }) => sum + coordinates.byteLength, 0)
  const results: BenchResult[] = []
  for (const [otherName, build] of Object.entries(TRIED)) {
    const before = bytesInUse()
    let find: Find = () => -1
    const seconds = timeOf(() => (find = build(flat))) / 1000
    const held = (bytesInUse() - before) / coordinateBytes
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      let found = 0
      ours.push(POINTS / timeOf(() => { for (let i = 0; i < POINTS; i++) if (index.strictestAt(points[2 * i]!, points[2 * i + 1]!) !== null) found++ }))
      let same = 0
      theirs.push(POINTS / timeOf(() => { for (let i = 0; i < POINTS; i++) if (find(points[2 * i]!, points[2 * i + 1]!) >= 0) same++ }))
      if (found !== same) throw new Error(`${otherName} finds ${same} points in zones, not ${found}`)
    }
    for (let i = 0; i < 2000; i++) {
      const [x, y] = [points[2 * i]!, points[2 * i + 1]!]
      if ((sorted[find(x, y)]?.id ?? null) !== index.strictestAt(x, y)) throw new Error(`${otherName} disagrees at ${x}, ${y}`)
    }
    const ratio = median(ours.map((rate, round) => rate / theirs[round]!))
    const what = `${ZONES.toLocaleString('en')} zones, ${extent}: ${otherName} built in ${seconds.toFixed(2)} s, ${held.toFixed(2)} × the coordinates`
    results.push({ name: what, unit: 'k/s', ours: median(ours), other: median(theirs), otherName, ratio, spread: spreadOf(ours) })
  }
  return results
}
