import type { NameEntry } from '#shared/address/named-place.ts'
import { CHECKPOINT_TIERS, ZONE_KINDS } from '#shared/vocabulary.ts'
import type { Audience } from './audience.ts'
import { entry } from './ground-entries.ts'
import type { LiveCheckpoint } from '../store/live-checkpoints.ts'
import type { LiveZone } from '../store/live-zones.ts'
import { isPublicCheckpoint } from './public-checkpoint.ts'

/** Zones in force and checkpoints as entries of the name index; ids are `zone:ID` and `checkpoint:ID`. */
export function liveEntries(
  zones: readonly LiveZone[],
  checkpoints: readonly LiveCheckpoint[],
  audience: Audience,
): NameEntry[] {
  const shown = checkpoints.filter((checkpoint) => audience === 'all' || isPublicCheckpoint(checkpoint))
  return [
    ...zones.map((zone) => {
      const [lng, lat] = zone.labelAt
      return entry(`zone:${zone.id}`, { ...zone, lng, lat }, zone.kind, ZONE_KINDS.indexOf(zone.kind))
    }),
    ...shown.map((checkpoint) =>
      entry(`checkpoint:${checkpoint.id}`, checkpoint, checkpoint.tier, CHECKPOINT_TIERS.indexOf(checkpoint.tier)),
    ),
  ]
}
