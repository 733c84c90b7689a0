import { appendEvent } from '../store/events.ts'
import { closePlan, openPlans, type PlanRow } from '../store/plans.ts'
import type { Trx } from '../store/transaction.ts'

type PlanVerb = 'made' | 'cancelled' | 'failed'

/** One event of a plan; never public, for what is planned is under embargo. */
export const tellPlan = (trx: Trx, verb: PlanVerb, plan: Pick<PlanRow, 'id' | 'zoneId' | 'action' | 'dueAt'>, by: string, note: object = {}) =>
  appendEvent(trx, {
    noun: 'plans', verb, subject: plan.zoneId, actor: by, public: false,
    payload: { plan: plan.id, action: plan.action, due_at: plan.dueAt, ...note },
  })

/** Cancels the open plans of a zone, or those of one action, noting why. */
export async function cancelPlans(trx: Trx, zoneId: string, by: string, because: string, action?: PlanRow['action']): Promise<void> {
  for (const plan of await openPlans(trx, zoneId)) {
    if (action !== undefined && plan.action !== action) continue
    await closePlan(trx, plan.id, 'cancelled', by, { because })
    await tellPlan(trx, 'cancelled', plan, by, { because })
  }
}
