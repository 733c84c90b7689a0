import pg from 'pg'
import { auditCrossings } from '#shared/roads/audit.ts'
import { buildGraph } from '#shared/roads/build-graph.ts'
import type { RoadGraph } from '#shared/roads/graph.ts'
import { placeAlong } from '#shared/roads/place-along.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { rawCrossings } from '#shared/roads/raw-crossings.ts'
import { startPostgres } from '../../support/postgres.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { median, quantile, spreadOf, timeOf } from '../zone-index/measure.ts'
import { referenceOutline, referenceRoads } from './reference-roads.ts'

const SIDE = 420 // 100,000 roads
const MOVES = 100
const RIVAL_MOVES = 20
const BAR_MS = 30

/** The crossings of a drawn line of 200 corners among 100,000 roads, as they are while it is drawn, and PostGIS's. */
export async function run(): Promise<BenchResult[]> {
  const graph = buildGraph(referenceRoads(SIDE))
  const random = seededRandom(9)
  const results: BenchResult[] = []
  const rival = await postgisRoads(graph)
  for (const radius of [300, 3000]) {
    const areas = Array.from({ length: MOVES }, () => referenceOutline(random, SIDE, radius, 200))
    let found = 0
    for (const area of areas) found += auditCrossings(graph, area, []).crossings.length
    const times = areas.map((area) => timeOf(() => (found += auditCrossings(graph, area, []).crossings.length)))
    const theirs: number[] = []
    for (const area of areas.slice(0, RIVAL_MOVES)) {
      const { count, ms } = await rival.crossings(area)
      if (count !== rawCrossings(graph, prepareArea(area)).length) throw new Error('PostGIS finds other crossings')
      theirs.push(ms)
    }
    const name = `200 corners, ${radius} m round, among ${graph.id.length.toLocaleString('en')} roads, ${Math.round(found / 2 / MOVES)} crossings`
    const [ours, other] = [median(times), median(theirs)]
    results.push(
      { name: `${name}: median`, unit: 'ms', ours, other, otherName: 'PostGIS, ms', ratio: other / ours, spread: spreadOf(times) },
      { name: `${name}: 95th percentile`, unit: 'ms', ours: quantile(times, 0.95), other: null, otherName: null, ratio: null, spread: null, bar: BAR_MS, reached: quantile(times, 0.95) <= BAR_MS },
    )
  }
  await rival.stop()
  return results
}

async function postgisRoads(graph: RoadGraph) {
  const cluster = await startPostgres()
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create extension postgis; create table roads (geom geometry)')
  const lines = Array.from(graph.id, (_, road) => {
    const places: string[] = []
    for (let p = graph.start[road]!; p < graph.start[road + 1]!; p++) places.push(placeAlong(graph, p).join(' '))
    return `LINESTRING(${places.join()})`
  })
  await client.query('insert into roads select st_geomfromtext(line, 4326) from unnest($1::text[]) as t(line)', [lines])
  await client.query('create index on roads using gist (geom); analyze roads')
  const asked = `select st_intersection(geom, edge) from roads, (select st_boundary(st_geomfromgeojson($1)) as edge offset 0) e where st_intersects(geom, edge)`
  return {
    crossings: async (area: object) => {
      const { rows: [plan] } = await client.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(`explain (analyze, timing off, format json) ${asked}`, [JSON.stringify(area)])
      const { rows: [told] } = await client.query<{ count: string }>(`select sum(st_numgeometries(x)) as count from (${asked}) as t(x)`, [JSON.stringify(area)])
      return { count: Number(told!.count), ms: plan!['QUERY PLAN'][0]['Execution Time'] }
    },
    stop: async () => {
      await client.end()
      await cluster.stop()
    },
  }
}
