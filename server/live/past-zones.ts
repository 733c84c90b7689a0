import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { Db } from '../store/connect.ts'
import { zonesInForce, type LiveZone, type ZonesAsked } from '../store/live-zones.ts'
import type { Audience } from './audience.ts'

/**
 * What was in force at a moment (ISO 8601), as it is known today, asked as the present is: a way from a point
 * (degrees, EPSG:4326) to the zones that covered it, the strictest first. `around` limits the reading to one point.
 */
export async function pastZones(
  db: Db,
  at: string,
  audience: Audience,
  around?: readonly [number, number],
): Promise<(lng: number, lat: number) => LiveZone[]> {
  const asked: ZonesAsked = { at, ...(around !== undefined && { around }) }
  const zones = (await zonesInForce(db, asked)).filter((zone) => audience === 'all' || zone.audience === 'public')
  const byId = new Map(zones.map((zone) => [zone.id, zone]))
  const index = createZoneIndex(zones)
  return (lng, lat) => index.at(lng, lat).map((id) => byId.get(id)!)
}
