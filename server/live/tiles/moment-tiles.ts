import type { Db } from '../../store/connect.ts'
import type { LiveZone } from '../../store/live-zones.ts'
import type { Moment } from '../moment.ts'
import { pastZones } from '../past-zones.ts'
import type { TileId } from './mercator.ts'
import { withTag, type CachedTile } from './tile-cache.ts'
import { createZoneTiler } from './zone-tile.ts'

/** The tiles of one view are asked for together, and a slider goes back and forth between few moments. */
const KEPT_MOMENTS = 8

export type MomentTiles = {
  /** A tile of the public zones in force at a moment of the past. */
  tile(moment: Moment, tile: TileId): Promise<CachedTile>
  /** Forgets what was read: a change may be a correction of the past. */
  forget(): void
}

/** The zones of the moments asked about last, each read once for all tiles. */
export function createMomentTiles(db: Db): MomentTiles {
  const kept = new Map<string, { zones: Promise<LiveZone[]>; tiler: ReturnType<typeof createZoneTiler> }>()
  const of = (moment: Moment) => {
    const key = `${moment.at.getTime()}/${moment.knownAt?.getTime() ?? ''}`
    const known = kept.get(key) ?? { zones: pastZones(db, moment, 'public'), tiler: createZoneTiler() }
    kept.delete(key) // to the end: used last
    kept.set(key, known)
    known.zones.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT_MOMENTS) break
      kept.delete(oldest)
    }
    return known
  }
  return {
    async tile(moment, tile) {
      const { zones, tiler } = of(moment)
      return withTag(tiler.tile(await zones, tile))
    },
    forget: () => kept.clear(),
  }
}
