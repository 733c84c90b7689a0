import type { Store } from '../../store/connect.ts'
import type { Live, LiveChange } from '../live.ts'
import { basemapTile } from './basemap-tile.ts'
import { tileBounds, type TileId } from './mercator.ts'
import { createTileCache, type CachedTile } from './tile-cache.ts'
import { touch, ZONE_BUFFER, zoneTile } from './zone-tile.ts'

/** Bounds of the memory that kept tiles take, in bytes. */
const BASEMAP_BYTES = 64 * 1024 * 1024
const ZONE_BYTES = 32 * 1024 * 1024

export type Tiles = {
  basemap(tile: TileId): Promise<CachedTile>
  /** Public zones only. */
  zones(tile: TileId): Promise<CachedTile>
  close(): void
}

/** Tiles as they are asked for, kept until an event changes what is in them. */
export function createTiles(store: Store, live: Live): Tiles {
  const basemap = createTileCache(BASEMAP_BYTES)
  const zones = createTileCache(ZONE_BYTES)
  const unsubscribe = live.subscribe((change) => {
    if (change.groundChanged) basemap.drop(() => true)
    const changed = boundsOf(change)
    if (changed.length > 0) {
      zones.drop((key) => {
        const within = tileBounds(toTile(key), ZONE_BUFFER)
        return changed.some((bounds) => touch(bounds, within))
      })
    }
  })
  return {
    basemap: (tile) => basemap.get(toKey(tile), () => basemapTile(store.db, tile)),
    zones: (tile) => zones.get(toKey(tile), () => zoneTile(live.zones('public'), tile)),
    close: unsubscribe,
  }
}

const boundsOf = ({ zones }: LiveChange) =>
  zones.flatMap(({ before, after }) => [before, after]).flatMap((zone) => (zone === null ? [] : [zone.bounds]))

const toKey = ({ z, x, y }: TileId) => `${z}/${x}/${y}`
function toTile(key: string): TileId {
  const [z = 0, x = 0, y = 0] = key.split('/').map(Number)
  return { z, x, y }
}
