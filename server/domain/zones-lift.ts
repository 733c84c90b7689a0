import type { LiftRequest, ZoneGround } from '#shared/schema/zone.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { nextInstant } from '../store/periods.ts'
import { inTransaction } from '../store/transaction.ts'
import { zoneKind } from '../store/zones.ts'
import { versionInForce } from '../store/zones-versions.ts'
import type { Actor } from './actor.ts'
import { Conflict, NotFound } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { recomputeFollowers } from './rest-of.ts'
import { requireUsableText } from './usable-text.ts'
import { requireTag, zoneTag } from './version-tag.ts'
import { tellChanges } from './zones-change.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { zoneDetails } from './zones-details.ts'
import { leaveForce } from './zones-leave.ts'

/**
 * Lifts a zone by decision of an authority; the zones round it take over its ground at the same instant.
 * @throws NotFound; Conflict not_in_force; PreconditionFailed; Forbidden outside_jurisdiction; Invalid
 */
export async function liftZone(
  { store, now, figures }: ZoneDeps,
  actor: Actor,
  zoneId: string,
  expected: string,
  request: LiftRequest,
): Promise<ZoneGround> {
  requireUsableText(request)
  requireImpersonalText(request)
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    if ((await zoneKind(trx, zoneId)) === undefined) throw new NotFound('not_found', { what: zoneId })
    const current = await versionInForce(trx, zoneId)
    if (current === undefined) throw new Conflict('not_in_force', { zone: zoneId })
    requireTag(expected, zoneTag(current))
    await requireJurisdiction(trx, actor, current.geometry)
    const at = await nextInstant(trx)
    const change = await leaveForce(trx, current, { at, by: actor.post, cause: null, note: request })
    await tellChanges(trx, [change, ...(await recomputeFollowers(trx, figures, change, at))])
    return zoneDetails(trx, zoneId, now())
  }, actor)
}
