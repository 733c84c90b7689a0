import { basemapTile } from '../../../server/live/tiles/basemap-tile.ts'
import type { GroundShapes } from '../../../server/live/tiles/ground/ground-shapes.ts'
import { loadGroundShapes } from '../../../server/live/tiles/ground/load-ground-shapes.ts'
import { mercatorX, mercatorY, type TileId } from '../../../server/live/tiles/mercator.ts'
import { connectStore, type Db } from '../../../server/store/connect.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { startPostgres } from '../../support/postgres.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { COUNTY, loadCounty } from './synthetic-county.ts'
import { bytesInUse, median, quantile, spreadOf } from '../zone-index/measure.ts'

const TILES = 25
const WARM_TILES = 12
const ROUNDS = 3
const WARM_SEED = 100
const ZOOMS = [8, 9, 10, 11, 12, 13, 14, 15, 16]
const BAR = 25

/**
 * Tiles of a synthetic county's ground, none of them kept: the time from the question to the tile's bytes, the middle one
 * of three in turns, on a server that has drawn others of every zoom, with
 * roads and buildings in memory as the server has them some seconds after its first tile, and with all read from PostGIS.
 */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startPostgres()
  const store = await connectStore({ databaseUrl: cluster.url('postgres'), dataDir: '', poolSize: 2, statementTimeoutMs: 120_000 })
  try {
    await migrate(store.db)
    await loadCounty(store.db)
    const before = bytesInUse()
    const start = performance.now()
    const shapes = await loadGroundShapes(store.db, Infinity, () => true)
    const seconds = (performance.now() - start) / 1000
    if (shapes === null) throw new Error('roads and buildings were not read')
    const results = [alone('roads and buildings read into memory', 's', seconds), alone('what they take there', 'MB', (bytesInUse() - before) / 1e6)]
    const memory: number[] = []
    const database: number[] = []
    for (const z of ZOOMS) await timesOf(store.db, tilesAt(z, WARM_TILES, WARM_SEED), shapes)
    for (const z of ZOOMS) {
      const [ours, theirs] = await timesOf(store.db, tilesAt(z, TILES), shapes)
      memory.push(...ours)
      database.push(...theirs)
      results.push(compared(`basemap tile z${z}, cold, median`, ours, median(ours), median(theirs)))
    }
    const p99 = quantile(memory, 0.99)
    const line = compared('basemap tile of any zoom, cold, p99', memory, p99, quantile(database, 0.99))
    return [...results, { ...line, bar: BAR, reached: p99 <= BAR }]
  } finally {
    await store.close()
    await cluster.stop()
  }
}

/** For each tile, from memory and all from the database in turns. */
async function timesOf(db: Db, tiles: readonly TileId[], shapes: GroundShapes): Promise<[memory: number[], database: number[]]> {
  const times: [number[], number[]] = [[], []]
  for (const tile of tiles) {
    const rounds: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, from] of [shapes, null].entries()) {
        const start = performance.now()
        const { length } = await basemapTile(db, tile, from)
        rounds[i]!.push(performance.now() - start)
        if (length === 0) throw new Error(`nothing is drawn in ${tile.z}/${tile.x}/${tile.y}`)
      }
    rounds.forEach((found, i) => times[i]!.push(median(found)))
  }
  return times
}

const alone = (name: string, unit: string, ours: number): BenchResult => ({
  name, unit, ours, other: null, otherName: null, ratio: null, spread: null,
})

const compared = (name: string, times: number[], ours: number, other: number): BenchResult => ({
  name, unit: 'ms', ours, other, otherName: 'all from PostGIS', ratio: other / ours, spread: spreadOf(times),
})

function tilesAt(z: number, count: number, seed = 0): TileId[] {
  const random = seededRandom(z + seed)
  const [west, south, east, north] = COUNTY
  const tiles = new Map<string, TileId>()
  for (let tries = 0; tries < 10 * count && tiles.size < count; tries++) {
    const tile = {
      z,
      x: Math.floor(mercatorX(west + (east - west) * (0.02 + 0.96 * random())) * 2 ** z),
      y: Math.floor(mercatorY(south + (north - south) * (0.02 + 0.96 * random())) * 2 ** z),
    }
    tiles.set(`${tile.x}/${tile.y}`, tile)
  }
  return [...tiles.values()]
}
