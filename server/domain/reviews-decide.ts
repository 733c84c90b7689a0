import type { Approval, Rejection } from '#shared/schema/review.ts'
import type { Draft } from '#shared/schema/zone.ts'
import { setDraftState, type DraftRow } from '../store/drafts.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { decideReview, insertReview, newestDraftReview } from '../store/reviews.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { requireDraft, toDraft } from './drafts-read.ts'
import { requireAction, requireOther } from './drafts-state.ts'
import { Conflict } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { requireHouseholds } from './preflight-gate.ts'
import { preflightOf } from './preflight.ts'
import { dueAfter, type ReviewDeps } from './review-deps.ts'
import { requireUsableText } from './usable-text.ts'
import { draftTag, requireTag } from './version-tag.ts'
import { outgoing } from './zones-outgoing.ts'

/**
 * Approves a draft in review: exactly the version whose hash the reviewer saw, and nothing that comes after it.
 * @throws NotFound draft_missing; PreconditionFailed; Conflict wrong_state, approval_stale, not_in_force;
 *   Forbidden own_work, outside_jurisdiction; Invalid
 */
export async function approveDraft(
  deps: ReviewDeps,
  actor: Actor,
  zoneId: string,
  expected: string,
  { hash, note = null }: Omit<Approval, 'note'> & { note?: string | null },
): Promise<Draft> {
  requireUsableText(note)
  requireImpersonalText({ note })
  return decide(deps, actor, zoneId, expected, async (trx, draft) => {
    requireAction(draft, 'approve')
    const going = await outgoing(trx, draft)
    await requireJurisdiction(trx, actor, going.version.geometry)
    if (going.hash !== hash) throw new Conflict('approval_stale', { zone: zoneId })
    requireHouseholds(await preflightOf(deps, trx, draft, going))
    return { outcome: 'approved', state: 'approved', hash, note }
  })
}

/**
 * Sends a draft back with reasons; an approval that was given is taken back.
 * @throws NotFound draft_missing; PreconditionFailed; Conflict wrong_state; Forbidden own_work, outside_jurisdiction; Invalid
 */
export async function rejectDraft(
  deps: ReviewDeps,
  actor: Actor,
  zoneId: string,
  expected: string,
  { reason }: Rejection,
): Promise<Draft> {
  requireUsableText(reason)
  requireImpersonalText({ reason })
  return decide(deps, actor, zoneId, expected, async (trx, draft) => {
    requireAction(draft, 'reject')
    await requireJurisdiction(trx, actor, draft.geometry)
    return { outcome: 'rejected', state: 'rejected', hash: null, note: reason }
  })
}

type Outcome = { outcome: 'approved' | 'rejected'; state: 'approved' | 'rejected'; hash: string | null; note: string | null }

async function decide(
  { store, now, figures, review }: ReviewDeps,
  actor: Actor,
  zoneId: string,
  expected: string,
  judge: (trx: Trx, draft: DraftRow) => Promise<Outcome>,
): Promise<Draft> {
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const draft = await requireDraft(trx, zoneId)
    requireTag(expected, draftTag(draft))
    requireOther(actor, draft.editors)
    const { outcome, state, hash, note } = await judge(trx, draft)
    const at = now()
    const open = await openReview(trx, draft, at, review.reviewHours)
    await decideReview(trx, open, { outcome, at, by: actor.post, decider: actor.userId, note, approvedHash: hash })
    await setDraftState(trx, zoneId, state)
    const payload = { revision: draft.revision, ...(hash === null ? {} : { hash }), ...(note === null ? {} : { note }) }
    await appendEvent(trx, { noun: 'drafts', verb: outcome, subject: zoneId, actor: actor.post, public: false, payload })
    return toDraft(trx, await requireDraft(trx, zoneId), figures)
  }, actor)
}

/** The open review of a draft, or one of its own for an approval that is taken back. */
async function openReview(trx: Trx, draft: DraftRow, at: Date, hours: number): Promise<number> {
  const newest = await newestDraftReview(trx, draft.zoneId)
  if (newest === undefined) throw new Conflict('wrong_state', { zone: draft.zoneId, state: draft.state })
  if (newest.outcome === null) return newest.id
  return insertReview(trx, {
    zoneId: draft.zoneId, lane: 'before', revision: draft.revision, version: null, hash: newest.hash, submittedAt: at,
    submittedBy: newest.submitted_by, reason: null, dueAt: dueAfter(at, hours), barred: draft.editors,
  })
}
