import { nextState, type AfterAction, type DraftAction } from '#shared/review/next-state.ts'
import type { DraftHead } from '../store/drafts.ts'
import { decideReview, newestDraftReview } from '../store/reviews.ts'
import type { Trx } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { Conflict, Forbidden } from './errors.ts'

/**
 * The state that an action leads to.
 * @throws Conflict not_approved for publishing, wrong_state for everything else that the draft's state does not allow
 */
export function requireAction(draft: DraftHead, action: DraftAction): AfterAction {
  const next = nextState(draft.state, action)
  if (next !== null) return next
  if (action === 'publish') throw new Conflict('not_approved', { zone: draft.zoneId })
  throw new Conflict('wrong_state', { zone: draft.zoneId, state: draft.state })
}

/**
 * Refuses a decision by somebody who took part in the work, by user number: another post of the same person is the same.
 * @throws Forbidden own_work
 */
export function requireOther(actor: Actor, took: readonly number[]): void {
  if (took.includes(actor.userId)) throw new Forbidden('own_work')
}

/** An open review of a draft that is changed, discarded or published otherwise is withdrawn: nobody need look at it. */
export async function withdrawReview(trx: Trx, zoneId: string, actor: Actor, at: Date): Promise<void> {
  const review = await newestDraftReview(trx, zoneId)
  if (review === undefined || review.outcome !== null) return
  await decideReview(trx, review.id, { outcome: 'withdrawn', at, by: actor.post, decider: actor.userId, note: null })
}
