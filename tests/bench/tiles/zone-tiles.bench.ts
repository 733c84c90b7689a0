import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { mercatorX, mercatorY, type TileId } from '../../../server/live/tiles/mercator.ts'
import { createTileCache } from '../../../server/live/tiles/tile-cache.ts'
import { toKey } from '../../../server/live/tiles/tile-key.ts'
import { createZoneTiler, type ZoneTiler } from '../../../server/live/tiles/zone-tile.ts'
import type { LiveZone } from '../../../server/store/live-zones.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import type { ReferenceExtent } from '../reference-zones.ts'
import { median, spreadOf, timeOf } from '../zone-index/measure.ts'
import { liveZones } from './live-zones.ts'
import { startPostgisRival, type PostgisRival } from './postgis-rival.ts'

const ZONES = 10_000
const ZOOMS = [6, 7, 8, 9, 10, 11, 12, 13, 14]
const ROUNDS = 6
const FIRST_BAR = 2.5 // first time ≤ 0.4 × PostGIS
const AGAIN_BAR = 1 / 0.15
const WARM_BAR = 1

type Times = { first: number; again: number; warm: number; postgis: number }
/** `ours` are servers that have readied the same zones: each draws a tile for the first time once. */
type Rivals = { ours: readonly ZoneTiler[]; zones: readonly LiveZone[]; postgis: PostgisRival }

/** Zone tiles of 10,000 zones at every zoom from 6 to 14, beside ST_AsMVT on the same tile; no zone may be missing. */
export async function run(): Promise<BenchResult[]> {
  const postgis = await startPostgisRival()
  try {
    const results: BenchResult[] = []
    for (const extent of ['box', 'country'] as const) {
      const zones = liveZones(ZONES, extent)
      await postgis.load(zones)
      const ours = Array.from({ length: ROUNDS }, createZoneTiler)
      // as the server does in the background after a start
      const readied = ours.map((tiler) => timeOf(() => void tiler.prepare(zones, Infinity)))
      results.push(alone(`${ZONES} zones ${extent} readied for tiles, processor time`, readied))
      const rivals = { ours, zones, postgis }
      for (const tile of tilesOf(zones, 10, 20, 1)) await measure({ ...rivals, ours: [createZoneTiler(), createZoneTiler()] }, tile) // both warm
      warmAt(ZOOMS, zones.filter((_, i) => i % 10 === 0))
      for (const z of ZOOMS) results.push(...(await atZoom(rivals, extent, z)))
    }
    return results
  } finally {
    await postgis.stop()
  }
}

async function atZoom(rivals: Rivals, extent: ReferenceExtent, z: number): Promise<BenchResult[]> {
  const times: Times[] = []
  for (const tile of tilesOf(rivals.zones, z, z < 8 ? 4 : 15)) times.push(await measure(rivals, tile))
  const postgis = median(times.map((time) => time.postgis))
  // tiles hold from one zone to thousands: each is compared with itself
  const line = (what: 'first time' | 'made again', of: (time: Times) => number, bar: number): BenchResult => {
    const ratios = times.map((time) => time.postgis / of(time))
    const name = `zone tile z${z} ${extent}, ${what}`
    return { ...alone(name, times.map(of)), spread: spreadOf(ratios), other: postgis, otherName: 'ST_AsMVT', ratio: median(ratios), bar, reached: median(ratios) >= bar }
  }
  const warm = times.map((time) => time.warm)
  return [
    line('first time', ({ first }) => first, FIRST_BAR),
    line('made again', ({ again }) => again, AGAIN_BAR),
    { ...alone(`zone tile z${z} ${extent}, from memory`, warm), bar: WARM_BAR, reached: median(warm) <= WARM_BAR },
  ]
}

const alone = (name: string, values: number[]): BenchResult => ({
  name, unit: 'ms', ours: median(values), other: null, otherName: null, ratio: null, spread: spreadOf(values),
})

/** A running server has drawn tiles of every zoom before; what it keeps of the zones is not what is measured then. */
function warmAt(zooms: readonly number[], some: readonly LiveZone[]): void {
  const other = createZoneTiler()
  for (const z of zooms) for (const tile of tilesOf(some, z, 20, 2)) for (let round = 0; round < ROUNDS; round++) other.tile(some, tile)
}

/** Ours for the first time and again, from memory, and PostGIS, in turns: the best of a few rounds of each. PostGIS has seen the tile before. */
async function measure({ ours, zones, postgis }: Rivals, tile: TileId): Promise<Times> {
  await postgis.tile(tile)
  const cache = createTileCache<number>(2 ** 26)
  const kept = (await cache.get(toKey(tile), () => ours[0]!.tile(zones, tile))).bytes
  const best = { first: Infinity, again: Infinity, warm: Infinity, postgis: Infinity }
  for (const tiler of ours.slice(1)) {
    const first = await timed(() => tiler.tile(zones, tile))
    const again = await timed(() => tiler.tile(zones, tile))
    const warm = await timed(() => cache.get(toKey(tile), () => tiler.tile(zones, tile)))
    const theirs = await timed(() => postgis.tile(tile))
    for (const made of [first, again]) if (Buffer.compare(kept, made.value) !== 0) throw new Error('a tile made again is another')
    if (warm.value.bytes !== kept) throw new Error('a kept tile is another')
    best.first = Math.min(best.first, first.ms)
    best.again = Math.min(best.again, again.ms)
    best.warm = Math.min(best.warm, warm.ms)
    best.postgis = Math.min(best.postgis, theirs.ms)
  }
  holdsAll(kept, await postgis.meeting(tile), tile)
  return best
}

function holdsAll(bytes: Uint8Array, wanted: readonly string[], { z, x, y }: TileId): void {
  const layer = new VectorTile(new PbfReader(bytes)).layers['zones']
  const drawn = new Set(Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i).properties['id']))
  const missing = wanted.filter((id) => !drawn.has(id))
  if (missing.length > 0) throw new Error(`${missing.length} of ${wanted.length} zones are missing from ${z}/${x}/${y}: ${missing[0]}`)
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}

/** Tiles in which zones lie, chosen by zone, so that full tiles come more often; seeded. */
function tilesOf(zones: readonly LiveZone[], z: number, count: number, seed = z): TileId[] {
  const random = seededRandom(seed)
  const tiles = new Map<number, TileId>()
  for (let tries = 0; tries < 4 * count && tiles.size < count; tries++) {
    const [lng, lat] = zones[Math.floor(random() * zones.length)]!.labelAt
    const tile = { z, x: Math.floor(mercatorX(lng) * 2 ** z), y: Math.floor(mercatorY(lat) * 2 ** z) }
    tiles.set(toKey(tile), tile)
  }
  return [...tiles.values()]
}
