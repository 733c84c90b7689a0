import type { RingState } from '#shared/roads/audit.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import { crossingsOf } from '../geometry-worker/roads.ts'
import type { LiveCheckpoint } from '../store/live-checkpoints.ts'
import type { LiveZone } from '../store/live-zones.ts'
import { changedCheckpoints } from './changed-checkpoints.ts'

type Asked = { picture: RoadPicture; zones: readonly LiveZone[]; checkpoints: readonly LiveCheckpoint[] }
type Known = { picture: RoadPicture; checkpoints: readonly LiveCheckpoint[]; rings: ReadonlyMap<string, { zone: LiveZone; ring: RingState }> }

/** A checkpoint this far outside a zone's bounds has no say in its ring; degrees, more than 150 m up to 60° of latitude. */
const REACH = 0.003

/**
 * The rings of sealed and controlled zones, by zone: a ring is worked out again when its zone, a checkpoint near it, or the
 * roads have changed.
 */
export function zoneRings(): (asked: Asked) => Promise<Map<string, RingState>> {
  let known: Known | null = null
  return async ({ picture, zones, checkpoints }) => {
    const before = known?.picture === picture ? known : null
    const changed = before === null ? [] : changedCheckpoints(before.checkpoints, checkpoints)
    const rings = new Map<string, { zone: LiveZone; ring: RingState }>()
    for (const zone of zones) {
      if (zone.kind === 'precaution') continue
      const old = before?.rings.get(zone.id)
      if (old?.zone === zone && !changed.some((place) => isNear(zone, place))) {
        rings.set(zone.id, old)
        continue
      }
      const { ring } = await crossingsOf(picture, zone.geometry, checkpoints)
      rings.set(zone.id, { zone, ring })
      // many zones' rings take a while: others are answered in between
      await new Promise((resolve) => setImmediate(resolve))
    }
    known = { picture, checkpoints, rings }
    return new Map(Array.from(rings, ([id, { ring }]) => [id, ring]))
  }
}

const isNear = ({ bounds: [west, south, east, north] }: LiveZone, [lng, lat]: readonly [number, number]): boolean =>
  lng >= west - REACH && lng <= east + REACH && lat >= south - REACH && lat <= north + REACH
