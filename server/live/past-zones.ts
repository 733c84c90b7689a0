import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { Db } from '../store/connect.ts'
import { zonesInForce, type LiveZone, type ZonesAsked } from '../store/live-zones.ts'
import type { Audience } from './audience.ts'
import type { Moment } from './moment.ts'
import { strictestFirst } from './strictest-first.ts'

/** The zones in force at a moment of the past, the strictest first; `around` limits the reading to one point. */
export async function pastZones(
  db: Db,
  { at, knownAt }: Pick<Moment, 'at' | 'knownAt'>,
  audience: Audience,
  more: Pick<ZonesAsked, 'around' | 'ids'> = {},
): Promise<LiveZone[]> {
  const asked = { ...more, at: at.toISOString(), ...(knownAt !== null && { knownAt: knownAt.toISOString() }) }
  return shownTo(audience, await zonesInForce(db, asked))
}

/** Those of the zones that the audience may know of, the strictest first. */
export const shownTo = (audience: Audience, zones: readonly LiveZone[]): LiveZone[] =>
  zones.filter((zone) => audience === 'all' || zone.audience === 'public').sort(strictestFirst)

/** A way from a point (degrees, EPSG:4326) to those of the zones that cover it, the strictest first. */
export function finderOf(zones: readonly LiveZone[]): (lng: number, lat: number) => LiveZone[] {
  const byId = new Map(zones.map((zone) => [zone.id, zone]))
  const index = createZoneIndex(zones)
  return (lng, lat) => index.at(lng, lat).map((id) => byId.get(id)!)
}
