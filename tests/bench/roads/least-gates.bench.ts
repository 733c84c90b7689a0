import { buildGraph } from '#shared/roads/build-graph.ts'
import { leastGates } from '#shared/roads/least-gates.ts'
import { sealedLine } from '#shared/roads/sealed-line.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { median, quantile, spreadOf, timeOf } from '../zone-index/measure.ts'
import { referenceOutline, referenceRoads } from './reference-roads.ts'

const SIDE = 420 // 300,000 edges: a county and its town
const ZONES = 40
const BAR_MS = 300

/** The least gates of zones of a township's size, 3 km round, the line moving out by up to 300 and 500 m. */
export function run(): Promise<BenchResult[]> {
  const graph = buildGraph(referenceRoads(SIDE))
  const random = seededRandom(4)
  const zones = Array.from({ length: ZONES }, () => referenceOutline(random, SIDE, 3000, 200))
  return Promise.resolve(
    [300, 500].flatMap((maxOutM) => {
      let [drawn, gates, corners] = [0, 0, 0]
      const times = zones.map((zone) =>
        timeOf(() => {
          const found = leastGates(graph, zone, { maxOutM, by: 'gates', fixed: [] })
          if (!found.ok) throw new Error(found.reason)
          drawn += found.drawn.length
          gates += found.gates.length
          corners += sealedLine(graph, zone, found.within, found.gates).coordinates.length
        }),
      )
      if (gates > drawn || corners === 0) throw new Error('more gates than drawn')
      const name = `township zone, out by ${maxOutM} m, ${Math.round(drawn / ZONES)} gates drawn, ${Math.round(gates / ZONES)} needed`
      const p95 = quantile(times, 0.95)
      return [
        { name: `${name}: median`, unit: 'ms', ours: median(times), other: null, otherName: null, ratio: null, spread: spreadOf(times) },
        { name: `${name}: 95th percentile`, unit: 'ms', ours: p95, other: null, otherName: null, ratio: null, spread: null, bar: BAR_MS, reached: p95 <= BAR_MS },
      ]
    }),
  )
}
