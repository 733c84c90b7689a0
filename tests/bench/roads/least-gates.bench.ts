import type { MultiPolygon } from 'geojson'
import type { BuildingPoints, RoadPicture } from '#shared/roads/road-picture.ts'
import { findLeastGates } from '../../../server/domain/least-gates.ts'
import { roadPictureOf } from '../../../server/geometry-worker/roads.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { median, quantile, spreadOf } from '../zone-index/measure.ts'
import { referenceOutline, referenceRoads } from './reference-roads.ts'

const SIDE = 420 // 300,000 edges: a county and its town
const BUILDINGS = 100_000
const ZONES = 60
const WARM = 5
const BAR_MS = 300

/**
 * The least gates of zones of a township's size, 3 km round, with the line that they seal and the people between, moving out by
 * up to 300 and 500 m: everything after the body is read, as the server does it, in its own thread. No database takes part.
 */
export async function run(): Promise<BenchResult[]> {
  const random = seededRandom(4)
  const picture = await roadPictureOf(referenceRoads(SIDE), buildings(random), [], [])
  const zones = Array.from({ length: ZONES }, (): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [referenceOutline(random, SIDE, 3000, 200).coordinates] }))
  const results: BenchResult[] = []
  for (const maxOutM of [300, 500]) {
    for (const zone of zones.slice(0, WARM)) await gatesOf(picture, zone, maxOutM)
    let [drawn, gates] = [0, 0]
    const times: number[] = []
    for (const zone of zones) {
      const start = performance.now()
      const found = await gatesOf(picture, zone, maxOutM)
      times.push(performance.now() - start)
      drawn += found.drawn.length
      gates += found.gates.length
    }
    if (gates >= drawn) throw new Error('no fewer gates than drawn')
    const name = `township zone, out by ${maxOutM} m, ${Math.round(drawn / ZONES)} gates drawn, ${Math.round(gates / ZONES)} needed`
    const p95 = quantile(times, 0.95)
    results.push(
      { name: `${name}: median`, unit: 'ms', ours: median(times), other: null, otherName: null, ratio: null, spread: spreadOf(times) },
      { name: `${name}: 95th percentile`, unit: 'ms', ours: p95, other: null, otherName: null, ratio: null, spread: null, bar: BAR_MS, reached: p95 <= BAR_MS },
    )
  }
  return results
}

const gatesOf = (picture: RoadPicture, zone: MultiPolygon, maxOutM: number) =>
  findLeastGates({ picture, checkpoints: [] }, zone, { maxOutM, by: 'gates', fixed: [] })

function buildings(random: () => number): BuildingPoints {
  const of = (from: number, span: number) => Float64Array.from({ length: BUILDINGS }, () => from + span * random())
  return { lng: of(109, SIDE * 1e-3), lat: of(34, SIDE * 1e-3), people: of(1, 20) }
}
