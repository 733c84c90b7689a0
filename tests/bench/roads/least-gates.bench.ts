import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { MultiPolygon } from 'geojson'
import { buildGraph } from '#shared/roads/build-graph.ts'
import type { RoadGraph } from '#shared/roads/graph.ts'
import { leastGates } from '#shared/roads/least-gates.ts'
import { sealStrips } from '#shared/roads/seal-strips.ts'
import { sealedLine } from '#shared/roads/sealed-line.ts'
import { connectStore, type Store } from '../../../server/store/connect.ts'
import { joinedGround } from '../../../server/store/joined-ground.ts'
import { startPostgres } from '../../support/postgres.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { median, quantile, spreadOf } from '../zone-index/measure.ts'
import { referenceOutline, referenceRoads } from './reference-roads.ts'

const SIDE = 420 // 300,000 edges: a county and its town
const ZONES = 20
const BAR_MS = 300

type Stores = Record<Store['engine'], Store>

/** The least gates of zones of a township's size, 3 km round, with the line that they seal, moving out by up to 300 and 500 m. */
export async function run(): Promise<BenchResult[]> {
  const graph = buildGraph(referenceRoads(SIDE))
  const random = seededRandom(4)
  const zones = Array.from({ length: ZONES }, (): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [referenceOutline(random, SIDE, 3000, 200).coordinates] }))
  const { stores, close } = await openStores()
  const results: BenchResult[] = []
  for (const maxOutM of [300, 500])
    for (const [engine, { db }] of Object.entries(stores)) {
      await seal(db, graph, zones[0]!, maxOutM)
      let [drawn, gates] = [0, 0]
      const times: number[] = []
      for (const zone of zones) {
        const start = performance.now()
        const found = await seal(db, graph, zone, maxOutM)
        times.push(performance.now() - start)
        drawn += found.drawn
        gates += found.gates
      }
      if (gates >= drawn) throw new Error('no fewer gates than drawn')
      const name = `township zone, out by ${maxOutM} m, ${Math.round(drawn / ZONES)} gates drawn, ${Math.round(gates / ZONES)} needed, ${engine} database`
      const p95 = quantile(times, 0.95)
      results.push(
        { name: `${name}: median`, unit: 'ms', ours: median(times), other: null, otherName: null, ratio: null, spread: spreadOf(times) },
        { name: `${name}: 95th percentile`, unit: 'ms', ours: p95, other: null, otherName: null, ratio: null, spread: null, bar: BAR_MS, reached: p95 <= BAR_MS },
      )
    }
  await close()
  return results
}

async function seal(db: Store['db'], graph: RoadGraph, zone: MultiPolygon, maxOutM: number): Promise<{ drawn: number; gates: number }> {
  const found = leastGates(graph, zone, { maxOutM, by: 'gates', fixed: [] })
  if (!found.ok) throw new Error(found.reason)
  const strips = sealStrips(graph, found.within, found.gates)
  const line = sealedLine(graph, zone, found.within, strips === null ? zone : await joinedGround(db, zone, strips))
  if (line.coordinates.length === 0) throw new Error('no line')
  return { drawn: found.drawn.length, gates: found.gates.length }
}

async function openStores(): Promise<{ stores: Stores; close: () => Promise<void> }> {
  const cluster = await startPostgres()
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create extension postgis')
  await client.end()
  const dataDir = await mkdtemp(join(tmpdir(), 'sanqu-bench-'))
  const settings = { dataDir, poolSize: 1, statementTimeoutMs: 30_000 }
  const stores = {
    server: await connectStore({ ...settings, databaseUrl: cluster.url('postgres') }),
    embedded: await connectStore({ ...settings, databaseUrl: null }),
  }
  const close = async () => {
    await stores.server.close()
    await stores.embedded.close()
    await cluster.stop()
    await rm(dataDir, { recursive: true })
  }
  return { stores, close }
}
