import type { AfterReview, Review } from '#shared/schema/review.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { decideReview, findReview } from '../store/reviews.ts'
import { inTransaction } from '../store/transaction.ts'
import { versionGround } from '../store/zones-details.ts'
import type { Actor } from './actor.ts'
import { requireOther } from './drafts-state.ts'
import { Conflict, NotFound } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { toReview } from './reviews-read.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { requireUsableText } from './usable-text.ts'

/**
 * Reviews afterwards what the fast lane put in force: confirms it, or objects. An objection is told to everybody and
 * stays in the queue while the version is in force; it lifts nothing by itself.
 * @throws NotFound; Conflict review_decided; Forbidden own_work, outside_jurisdiction; Invalid
 */
export async function reviewAfterwards(
  { store, now }: Pick<ZoneDeps, 'store' | 'now'>,
  actor: Actor,
  id: number,
  { outcome, reason }: AfterReview,
): Promise<Review> {
  requireUsableText(reason)
  requireImpersonalText({ reason })
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const review = await findReview(trx, id)
    if (review === undefined || review.version === null) throw new NotFound('not_found', { what: id })
    if (review.outcome !== null) throw new Conflict('review_decided', { id })
    requireOther(actor, review.barred)
    await requireJurisdiction(trx, actor, await versionGround(trx, review.zone_id, review.version))
    const at = now()
    await decideReview(trx, id, { outcome, at, by: actor.post, decider: actor.userId, note: reason })
    const payload = { version: review.version, hash: review.hash, note: reason }
    await appendEvent(trx, { noun: 'reviews', verb: outcome, subject: review.zone_id, actor: actor.post, public: false, payload })
    return toReview((await findReview(trx, id)) ?? review, actor, at)
  }, actor)
}
