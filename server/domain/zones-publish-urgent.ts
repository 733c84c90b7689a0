import type { UrgentPublication } from '#shared/schema/review.ts'
import type { ZoneGround } from '#shared/schema/zone.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { insertReview } from '../store/reviews.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { requireDraft } from './drafts-read.ts'
import { requireAction, withdrawReview } from './drafts-state.ts'
import { Conflict, Invalid } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { dueAfter, type ReviewDeps } from './review-deps.ts'
import { requireUsableText } from './usable-text.ts'
import { draftTag, requireTag } from './version-tag.ts'
import { outgoing } from './zones-outgoing.ts'
import { putInForce } from './zones-publish.ts'

/**
 * The fast lane: where lives are at stake a draft is put in force at once, with a written reason and without approval.
 * It demands a review afterwards, by somebody who neither drafted nor published it, within its own clock. Everything
 * else that publishing asks, it asks too.
 * @throws what `publishDraft` throws, but never not_approved; Invalid urgent_is_at_once
 */
export async function publishUrgent(
  deps: ReviewDeps,
  actor: Actor,
  zoneId: string,
  expected: string,
  { hash, reason }: UrgentPublication,
): Promise<ZoneGround> {
  const { store, now, review } = deps
  requireUsableText(reason)
  requireImpersonalText({ reason })
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const draft = await requireDraft(trx, zoneId)
    requireTag(expected, draftTag(draft))
    requireAction(draft, 'publish_urgent')
    if (draft.content.starts_at !== undefined && new Date(draft.content.starts_at) > now()) throw new Invalid('urgent_is_at_once')
    const going = await outgoing(trx, draft)
    if (going.hash !== hash) throw new Conflict('approval_stale', { zone: zoneId })
    const submittedAt = now()
    await withdrawReview(trx, zoneId, actor, submittedAt)
    const zone = await putInForce(deps, trx, actor, draft, going)
    const dueAt = dueAfter(submittedAt, review.fastLaneReviewHours)
    const { version } = zone
    await insertReview(trx, {
      zoneId, lane: 'after', revision: null, version, hash, submittedAt, submittedBy: actor.post, reason, dueAt,
      barred: [...draft.editors, actor.userId],
    })
    const payload = { version, hash, reason, due_at: dueAt.toISOString() }
    await appendEvent(trx, { noun: 'reviews', verb: 'demanded', subject: zoneId, actor: actor.post, public: false, payload })
    return zone
  }, actor)
}
