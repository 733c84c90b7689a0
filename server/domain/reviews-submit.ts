import type { Draft } from '#shared/schema/zone.ts'
import { setDraftState } from '../store/drafts.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { insertReview } from '../store/reviews.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { requireDraft, toDraft } from './drafts-read.ts'
import { requireAction } from './drafts-state.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { requireGroundForExtension } from './review-extension.ts'
import { requireHouseholds } from './preflight-gate.ts'
import { preflightOf } from './preflight.ts'
import { dueAfter, type ReviewDeps } from './review-deps.ts'
import { draftTag, requireTag } from './version-tag.ts'
import { requireFuture } from './zones-content.ts'
import { outgoing } from './zones-outgoing.ts'

/**
 * Hands a draft in for review: the clock runs, and the queue shows it to every reviewer.
 * @throws NotFound draft_missing; PreconditionFailed; Conflict wrong_state, not_in_force; Forbidden; Invalid
 */
export async function submitDraft(deps: ReviewDeps, actor: Actor, zoneId: string, expected: string): Promise<Draft> {
  const { store, now, figures, review } = deps
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const draft = await requireDraft(trx, zoneId)
    requireTag(expected, draftTag(draft))
    requireAction(draft, 'submit')
    requireFuture(draft.content.review_by, now())
    const going = await outgoing(trx, draft)
    const { version, current, hash } = going
    await requireGroundForExtension(trx, current, draft.content)
    await requireJurisdiction(trx, actor, version.geometry)
    requireHouseholds(await preflightOf(deps, trx, draft, going))
    const submittedAt = now()
    const dueAt = dueAfter(submittedAt, review.reviewHours)
    const { revision, editors: barred } = draft
    await insertReview(trx, {
      zoneId, lane: 'before', revision, version: null, hash, submittedAt, submittedBy: actor.post, reason: null, dueAt, barred,
    })
    await setDraftState(trx, zoneId, 'in_review')
    const payload = { revision, hash, due_at: dueAt.toISOString() }
    await appendEvent(trx, { noun: 'drafts', verb: 'submitted', subject: zoneId, actor: actor.post, public: false, payload })
    return toDraft(trx, await requireDraft(trx, zoneId), figures)
  }, actor)
}
