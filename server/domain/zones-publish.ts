import type { ZoneGround } from '#shared/schema/zone.ts'
import { deleteDraft, type DraftRow } from '../store/drafts.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { nextInstant } from '../store/periods.ts'
import { newestDraftReview } from '../store/reviews.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { requireDraft } from './drafts-read.ts'
import { requireAction } from './drafts-state.ts'
import { Conflict } from './errors.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { requireOneRest } from './one-rest.ts'
import { settleEnd } from './planned-end.ts'
import { planStart, requireNoStart } from './planned-start.ts'
import { requireConfirmed, requireHouseholds } from './preflight-gate.ts'
import { preflightOf } from './preflight.ts'
import { recomputeFollowers } from './rest-of.ts'
import { requireGroundForExtension } from './review-extension.ts'
import type { ReviewDeps } from './review-deps.ts'
import { storedSchedule } from './schedule.ts'
import { draftTag, requireTag } from './version-tag.ts'
import { tellChanges } from './zones-change.ts'
import { requireFuture } from './zones-content.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { zoneDetails } from './zones-details.ts'
import { enterIntoForce, type Entry } from './zones-enter.ts'
import { outgoing, type Outgoing } from './zones-outgoing.ts'

/**
 * Publishes a zone's approved draft: the new version is in force, the one before it superseded, the zones that follow
 * it recomputed, and the draft gone, all at one instant or not at all. What goes out is what was approved, to the byte:
 * where a ground that follows stricter zones has moved since, the approval no longer fits. With a start to come it is kept
 * for that instant, unseen until then.
 * @throws NotFound draft_missing; PreconditionFailed; Forbidden; Conflict not_approved, approval_stale, not_in_force,
 *   overlapping_rest, start_planned, end_planned_before; Invalid
 */
export async function publishDraft(deps: ReviewDeps, actor: Actor, zoneId: string, expected: string): Promise<ZoneGround> {
  return inTransaction(deps.store, async (trx) => {
    await lockChanges(trx)
    const draft = await requireDraft(trx, zoneId)
    requireTag(expected, draftTag(draft))
    requireAction(draft, 'publish')
    const going = await outgoing(trx, draft)
    const review = await newestDraftReview(trx, zoneId)
    if (review?.outcome !== 'approved' || review.approved_hash !== going.hash) throw new Conflict('approval_stale', { zone: zoneId })
    return putInForce(deps, trx, actor, draft, going)
  }, actor)
}

/**
 * Puts what a draft says in force, now or at the start that it names, and removes the draft; under the lock of `lockChanges`.
 * @throws Forbidden outside_jurisdiction; Conflict abnormal_change, preflight_failed, overlapping_rest,
 *   extension_needs_reason, extension_needs_evidence; Invalid review_by_past, too_few_households, neighbour_invalid
 */
export async function putInForce(
  deps: ReviewDeps,
  trx: Trx,
  actor: Actor,
  draft: DraftRow,
  going: Outgoing,
): Promise<ZoneGround> {
  const { now, figures } = deps
  const { zoneId, kind, content } = draft
  requireFuture(content.review_by, now())
  const { version: { geometry }, current } = going
  await requireGroundForExtension(trx, current, content)
  await requireJurisdiction(trx, actor, geometry, ...(current ? [current.geometry] : []))
  const preflight = await preflightOf(deps, trx, draft, going)
  requireHouseholds(preflight)
  await requireConfirmed(trx, draft, preflight, actor)
  const schedule = storedSchedule(content, now())
  const at = await nextInstant(trx)
  if (schedule.starts_at !== undefined && schedule.starts_at > at) {
    const start = { zoneId, kind, content: { ...content, starts_at: schedule.starts_at }, geometry, basedOn: draft.basedOn, editors: draft.editors }
    const planned = await planStart(trx, figures, actor, start, now())
    await deleteDraft(trx, zoneId)
    return planned
  }
  await requireNoStart(trx, zoneId)
  await publishEntry(trx, figures, { zoneId, kind, content, geometry, by: actor.post, cause: null, at })
  await settleEnd(trx, zoneId, schedule.planned_end, actor.post)
  await deleteDraft(trx, zoneId)
  return zoneDetails(trx, zoneId, now())
}

/**
 * The part of a publication that a draft has no say in: one rest of an area only, the version, its followers, the events.
 * @throws Conflict overlapping_rest
 */
export async function publishEntry(trx: Trx, figures: ZoneDeps['figures'], entry: Entry): Promise<void> {
  await requireOneRest(trx, entry.zoneId, entry.content.definition)
  const change = await enterIntoForce(trx, figures, entry)
  await tellChanges(trx, [change, ...(await recomputeFollowers(trx, figures, change, entry.at))])
}
