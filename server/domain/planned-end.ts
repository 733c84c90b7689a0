import type { PlannedEnd, ZoneGround } from '#shared/schema/zone.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { closePlan, insertPlan, openPlans } from '../store/plans.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import { zoneKind } from '../store/zones.ts'
import { versionInForce } from '../store/zones-versions.ts'
import type { Actor } from './actor.ts'
import { Conflict, NotFound } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { cancelPlans, tellPlan } from './plans-cancel.ts'
import { requireAfter } from './schedule.ts'
import { requireUsableText } from './usable-text.ts'
import { planTag, requireTag, zoneTag } from './version-tag.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { zoneDetails } from './zones-details.ts'

/**
 * Decides beforehand that a zone in force ends at an instant to come, in place of any end planned before.
 * @throws NotFound; Conflict not_in_force, start_planned; PreconditionFailed; Forbidden; Invalid planned_end_past
 */
export async function planEnd(
  { store, now }: Pick<ZoneDeps, 'store' | 'now'>,
  actor: Actor,
  zoneId: string,
  expected: string,
  end: PlannedEnd,
): Promise<ZoneGround> {
  requireUsableText(end)
  requireImpersonalText(end)
  const at = requireAfter(end.at, now())
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    if ((await zoneKind(trx, zoneId)) === undefined) throw new NotFound('not_found', { what: zoneId })
    const current = await versionInForce(trx, zoneId)
    if (current === undefined) throw new Conflict('not_in_force', { zone: zoneId })
    requireTag(expected, zoneTag(current))
    await requireJurisdiction(trx, actor, current.geometry)
    const start = (await openPlans(trx, zoneId)).find((plan) => plan.action === 'start')
    if (start !== undefined) throw new Conflict('start_planned', { zone: zoneId, at: start.dueAt })
    await settleEnd(trx, zoneId, { ...end, at }, actor.post)
    return zoneDetails(trx, zoneId, now())
  }, actor)
}

/** Puts an end that is decided with a version in the place of the one planned before; without one, none is planned. */
export async function settleEnd(trx: Trx, zoneId: string, end: PlannedEnd | undefined, by: string): Promise<void> {
  await cancelPlans(trx, zoneId, by, 'replaced', 'end')
  if (end === undefined) return
  const { at: dueAt, ...decision } = end
  const id = await insertPlan(trx, { zoneId, action: 'end', dueAt, decision, by })
  await tellPlan(trx, 'made', { id, zoneId, action: 'end', dueAt }, by, { decision })
}

/**
 * Cancels a planned end before its time.
 * @throws NotFound plan_missing; PreconditionFailed; Forbidden outside_jurisdiction
 */
export async function cancelEnd({ store }: Pick<ZoneDeps, 'store'>, actor: Actor, zoneId: string, expected: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const plan = (await openPlans(trx, zoneId)).find((open) => open.action === 'end')
    if (plan === undefined) throw new NotFound('plan_missing', { zone: zoneId })
    requireTag(expected, planTag(plan))
    const current = await versionInForce(trx, zoneId)
    if (current !== undefined) await requireJurisdiction(trx, actor, current.geometry)
    await closePlan(trx, plan.id, 'cancelled', actor.post, { because: 'cancelled' })
    await tellPlan(trx, 'cancelled', plan, actor.post)
  }, actor)
}
