import type { Store } from '../../store/connect.ts'
import type { Live, LiveChange } from '../live.ts'
import { basemapTile } from './basemap-tile.ts'
import { keptShapes } from './ground/kept-shapes.ts'
import { loadGroundShapes } from './ground/load-ground-shapes.ts'
import type { TileId } from './mercator.ts'
import { createMomentTiles, type MomentTiles } from './moment-tiles.ts'
import { createTileCache, type CachedTile } from './tile-cache.ts'
import { tilesMeeting, toKey } from './tile-key.ts'
import { createZoneTiler, ZONE_REACH } from './zone-tile.ts'

/** Bounds of the memory that kept tiles take, in bytes. */
const BASEMAP_BYTES = 64 * 1024 * 1024
const ZONE_BYTES = 32 * 1024 * 1024
const ZONES_AT_A_TIME = 100
/** Bound of roads and buildings kept in memory for the basemap; a larger ground is read from the database by tile. */
const GROUND_BYTES = 192 * 1024 * 1024

export type Tiles = {
  basemap(tile: TileId): Promise<CachedTile>
  /** Public zones only. */
  zones(tile: TileId): Promise<CachedTile>
  /** Public zones of a moment of the past. */
  zonesAt: MomentTiles['tile']
  close(): void
}

/** Tiles as they are asked for, kept until an event changes what is in them. */
export function createTiles(store: Store, live: Live): Tiles {
  const basemap = createTileCache<number>(BASEMAP_BYTES)
  const zones = createTileCache<number>(ZONE_BYTES)
  const tiler = createZoneTiler()
  const ground = keptShapes((wanted) => loadGroundShapes(store.db, GROUND_BYTES, wanted))
  const moments = createMomentTiles(store.db)
  const unsubscribe = live.subscribe((change) => {
    if (change.zones.length > 0 || change.reset || change.events.some((event) => event.noun === 'zones')) moments.forget()
    if (change.groundChanged) {
      ground.forget()
      basemap.drop(() => true)
    }
    const changed = boundsOf(change)
    if (changed.length > 0) {
      zones.drop(tilesMeeting(changed, ZONE_REACH))
      prepare()
    }
  })
  let timer: NodeJS.Immediate | undefined
  // a little at a time, so that nothing waits for it
  const prepare = () => {
    clearImmediate(timer)
    if (tiler.prepare(live.zones('public'), ZONES_AT_A_TIME)) timer = setImmediate(prepare)
  }
  prepare()
  return {
    basemap: (tile) => basemap.get(toKey(tile), () => basemapTile(store.db, tile, ground.now())),
    zones: (tile) => zones.get(toKey(tile), () => tiler.tile(live.zones('public'), tile)),
    zonesAt: moments.tile,
    close: () => {
      unsubscribe()
      ground.close()
      clearImmediate(timer)
    },
  }
}

const boundsOf = ({ zones }: LiveChange) =>
  zones.flatMap(({ before, after }) => [before, after]).flatMap((zone) => (zone === null ? [] : [zone.bounds]))
