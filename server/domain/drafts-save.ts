import type { MultiPolygon } from 'geojson'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Draft, DraftContent } from '#shared/schema/zone.ts'
import { deleteDraft, updateDraft } from '../store/drafts.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { requireDraft, requireDraftHead, toDraft } from './drafts-read.ts'
import { requireAction, withdrawReview } from './drafts-state.ts'
import { groundError } from './ground-fault.ts'
import { groundOf } from './ground.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import type { ReviewDeps } from './review-deps.ts'
import { requireSmallest } from './smallest-sufficient.ts'
import { draftTag, requireTag } from './version-tag.ts'
import { storedContent } from './zones-content.ts'
import type { ZoneDeps } from './zone-deps.ts'

/** What a draft is to hold, looked at outside of any transaction: its ground may take a while. */
export type NewDraft = { stored: DraftContent; geometry: MultiPolygon }

/**
 * Saves a draft over the revision named: in review or approved, it is a draft again. Of two who save over the same revision the second is refused and learns the
 * current one.
 * @throws NotFound draft_missing; PreconditionFailed; Invalid; Forbidden outside_jurisdiction
 */
export async function saveDraft(deps: ReviewDeps, actor: Actor, zoneId: string, expected: string, content: DraftContent): Promise<Draft> {
  const { store, now, figures } = deps
  const known = await requireDraftHead(store.db, zoneId)
  requireTag(expected, draftTag(known)) // the answer to a late writer does not wait for the ground
  const next = await newDraft(deps, known.kind, content)
  return inTransaction(store, async (trx) => {
    await saveDraftIn(trx, actor, zoneId, expected, next, now())
    return toDraft(trx, await requireDraft(trx, zoneId), figures)
  }, actor)
}

/** @throws Invalid */
export async function newDraft({ store, now, figures, packs, review }: ReviewDeps, kind: ZoneKind, content: DraftContent): Promise<NewDraft> {
  const ground = await groundOf(store.db, kind, content.definition)
  if (!ground.ok) throw groundError(ground)
  const stored = storedContent(content, now(), packs)
  await requireSmallest({ figures, review }, store.db, stored, ground.geometry)
  return { stored, geometry: ground.geometry }
}

/** `saveDraft` in a transaction that is open already. */
export async function saveDraftIn(trx: Trx, actor: Actor, zoneId: string, expected: string, { stored, geometry }: NewDraft, now: Date): Promise<void> {
  await lockChanges(trx)
  const draft = await requireDraftHead(trx, zoneId)
  requireTag(expected, draftTag(draft))
  await requireJurisdictionOf(trx, actor, zoneId)
  await requireJurisdiction(trx, actor, geometry)
  requireAction(draft, 'save')
  await withdrawReview(trx, zoneId, actor, now)
  await updateDraft(trx, zoneId, { content: stored, geometry, by: actor.post, editor: actor.userId })
  await tell(trx, 'saved', zoneId, actor, draft.revision + 1)
}

/**
 * Gives a draft up. The zone's number stays used.
 * @throws NotFound draft_missing; PreconditionFailed; Forbidden outside_jurisdiction
 */
export async function discardDraft(
  { store, now }: Pick<ZoneDeps, 'store' | 'now'>,
  actor: Actor,
  zoneId: string,
  expected: string,
): Promise<void> {
  await inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const draft = await requireDraftHead(trx, zoneId)
    requireTag(expected, draftTag(draft))
    await requireJurisdictionOf(trx, actor, zoneId)
    requireAction(draft, 'discard')
    await withdrawReview(trx, zoneId, actor, now())
    await deleteDraft(trx, zoneId)
    await tell(trx, 'discarded', zoneId, actor, draft.revision)
  }, actor)
}

/** Over the ground that a draft has now: it may be long, so it is read for an actor with an area alone. */
async function requireJurisdictionOf(trx: Trx, actor: Actor, zoneId: string): Promise<void> {
  if (actor.areaCode !== null) await requireJurisdiction(trx, actor, (await requireDraft(trx, zoneId)).geometry)
}

const tell = (trx: Trx, verb: string, subject: string, actor: Actor, revision: number) =>
  appendEvent(trx, { noun: 'drafts', verb, subject, actor: actor.post, public: false, payload: { revision } })
