import type { CrossingAudit, RingState } from '#shared/roads/audit.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import { crossingsOf } from '../geometry-worker/roads.ts'
import type { LiveCheckpoint } from '../store/live-checkpoints.ts'
import type { LiveZone } from '../store/live-zones.ts'

type Known = { zone: LiveZone; ring: RingState }
type Asked = { picture: RoadPicture; zones: readonly LiveZone[]; checkpoints: readonly LiveCheckpoint[] }

/** The rings of sealed and controlled zones, by zone; each is worked out once for a zone, its roads and its checkpoints. */
export function zoneRings(): (asked: Asked) => Promise<Map<string, RingState>> {
  let known = new Map<string, Known>()
  let last: Omit<Asked, 'zones'> | null = null
  return async ({ picture, zones, checkpoints }) => {
    const same = last?.picture === picture && last.checkpoints === checkpoints
    const before = same ? known : new Map<string, Known>()
    const now = new Map<string, Known>()
    for (const zone of zones) {
      if (zone.kind === 'precaution') continue
      const old = before.get(zone.id)
      if (old?.zone === zone) {
        now.set(zone.id, old)
        continue
      }
      const { ring }: CrossingAudit = await crossingsOf(picture, zone.geometry, checkpoints)
      now.set(zone.id, { zone, ring })
      // many zones' rings take a while: others are answered in between
      await new Promise((resolve) => setImmediate(resolve))
    }
    known = now
    last = { picture, checkpoints }
    return new Map(Array.from(now, ([id, { ring }]) => [id, ring]))
  }
}
