import type { Deps } from '../deps.ts'
import { NotFound } from '../domain/errors.ts'
import { zoneDetailsAt } from '../domain/zones-details.ts'
import type { Audience } from '../live/audience.ts'
import { saidMoment, type Moment } from '../live/moment.ts'
import { toPublicZone } from '../live/public-zone.ts'
import { zonesOfMoment } from './zones-of-moment.ts'

/**
 * One zone as it was in force at a moment, or as it is planned to be: what everybody may know, and of the past more for
 * a signed-in post.
 * @throws NotFound not_in_force_then; Invalid nothing_planned
 */
export async function zoneOfMoment(deps: Deps, id: string, moment: Moment, audience: Audience) {
  const at = moment.at.toISOString()
  if (audience === 'all' && !moment.planned) {
    return { ...(await zoneDetailsAt(deps.store.db, id, at, moment.knownAt?.toISOString())), ...saidMoment(moment) }
  }
  const zone = (await zonesOfMoment(deps, moment, audience, { ids: [id] })).find((one) => one.id === id)
  if (zone === undefined) throw new NotFound('not_in_force_then', { zone: id, at })
  return { ...toPublicZone(zone, moment.at), geometry: zone.geometry, ...saidMoment(moment) }
}
