import type { Deps } from '../deps.ts'
import { plannedZones } from '../domain/plans-ahead.ts'
import type { Audience } from '../live/audience.ts'
import type { Moment } from '../live/moment.ts'
import { pastZones, shownTo } from '../live/past-zones.ts'
import type { LiveZone, ZonesAsked } from '../store/live-zones.ts'

/**
 * The zones in force at another moment than the present, the strictest first: recorded ones, or what is planned.
 * @throws Invalid nothing_planned
 */
export async function zonesOfMoment(
  { store, live }: Pick<Deps, 'store' | 'live'>,
  moment: Moment,
  audience: Audience,
  more: Pick<ZonesAsked, 'around' | 'ids'> = {},
): Promise<readonly LiveZone[]> {
  if (!moment.planned) return pastZones(store.db, moment, audience, more)
  return shownTo(audience, await plannedZones(store, await live.figures(), moment.at.toISOString()))
}
