import { basemapTile } from '../../../server/live/tiles/basemap-tile.ts'
import { mercatorX, mercatorY, type TileId } from '../../../server/live/tiles/mercator.ts'
import { connectStore } from '../../../server/store/connect.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { startPostgres } from '../../support/postgres.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { COUNTY, loadCounty } from './synthetic-county.ts'
import { median, quantile, spreadOf } from '../zone-index/measure.ts'

const TILES = 25
const ZOOMS = [8, 9, 10, 11, 12, 13, 14, 15, 16]
const BAR = 25

/** Tiles of a synthetic county's ground, none of them made before: the time from the question to the tile's bytes. */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startPostgres()
  const store = await connectStore({ databaseUrl: cluster.url('postgres'), dataDir: '', poolSize: 2, statementTimeoutMs: 120_000 })
  try {
    await migrate(store.db)
    await loadCounty(store.db)
    const all: number[] = []
    const results: BenchResult[] = []
    for (const z of ZOOMS) {
      const times: number[] = []
      let size = 0
      for (const tile of tilesAt(z)) {
        const start = performance.now()
        const bytes = await basemapTile(store.db, tile)
        times.push(performance.now() - start)
        size += bytes.length
      }
      if (size === 0) throw new Error(`nothing is drawn at zoom ${z}`)
      all.push(...times)
      results.push({ name: `basemap tile z${z}, cold, median`, unit: 'ms', ours: median(times), other: null, otherName: null, ratio: null, spread: spreadOf(times) })
    }
    const p99 = quantile(all, 0.99)
    results.push({ name: 'basemap tile of any zoom, cold, p99', unit: 'ms', ours: p99, other: null, otherName: null, ratio: null, spread: spreadOf(all), bar: BAR, reached: p99 <= BAR })
    return results
  } finally {
    await store.close()
    await cluster.stop()
  }
}

function tilesAt(z: number): TileId[] {
  const random = seededRandom(z)
  const [west, south, east, north] = COUNTY
  const tiles = new Map<string, TileId>()
  for (let tries = 0; tries < 10 * TILES && tiles.size < TILES; tries++) {
    const tile = {
      z,
      x: Math.floor(mercatorX(west + (east - west) * (0.02 + 0.96 * random())) * 2 ** z),
      y: Math.floor(mercatorY(south + (north - south) * (0.02 + 0.96 * random())) * 2 ** z),
    }
    tiles.set(`${tile.x}/${tile.y}`, tile)
  }
  return [...tiles.values()]
}
