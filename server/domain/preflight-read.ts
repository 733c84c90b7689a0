import type { ChangeConfirmation, Preflight } from '#shared/schema/preflight.ts'
import { insertConfirmation } from '../store/confirmations.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inSnapshot, inTransaction } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { requireDraft } from './drafts-read.ts'
import { requireOther } from './drafts-state.ts'
import { Conflict } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { preflightOf } from './preflight.ts'
import type { ReviewDeps } from './review-deps.ts'
import { requireUsableText } from './usable-text.ts'
import { draftTag, requireTag } from './version-tag.ts'
import { outgoing } from './zones-outgoing.ts'

/**
 * The pre-flight of a zone's draft as it stands now: all of it of one moment, so that its numbers, its ground and its
 * hash belong together.
 * @throws NotFound draft_missing; Conflict not_in_force, preflight_failed; Invalid
 */
export async function readPreflight(deps: ReviewDeps, zoneId: string): Promise<Preflight> {
  return inSnapshot(deps.store, async (trx) => {
    const draft = await requireDraft(trx, zoneId)
    return preflightOf(deps, trx, draft, await outgoing(trx, draft))
  })
}

/**
 * A second person takes responsibility for an abnormal change, with a reason: for exactly this version and what is
 * abnormal about it now.
 * @throws NotFound draft_missing; PreconditionFailed; Conflict approval_stale, nothing_abnormal, preflight_failed;
 *   Forbidden own_work, outside_jurisdiction; Invalid
 */
export async function confirmChange(
  deps: ReviewDeps,
  actor: Actor,
  zoneId: string,
  expected: string,
  { hash, reason }: ChangeConfirmation,
): Promise<Preflight> {
  requireUsableText(reason)
  requireImpersonalText({ reason })
  return inTransaction(deps.store, async (trx) => {
    await lockChanges(trx)
    const draft = await requireDraft(trx, zoneId)
    requireTag(expected, draftTag(draft))
    requireOther(actor, draft.editors)
    const going = await outgoing(trx, draft)
    await requireJurisdiction(trx, actor, going.version.geometry)
    if (going.hash !== hash) throw new Conflict('approval_stale', { zone: zoneId })
    const { abnormal } = await preflightOf(deps, trx, draft, going)
    if (abnormal.length === 0) throw new Conflict('nothing_abnormal', { zone: zoneId })
    const findings = abnormal.map(({ code }) => code)
    const at = deps.now()
    await insertConfirmation(trx, { zoneId, hash, findings, reason, at, by: actor.post, confirmer: actor.userId })
    const payload = { revision: draft.revision, hash, findings, reason }
    await appendEvent(trx, { noun: 'drafts', verb: 'change_confirmed', subject: zoneId, actor: actor.post, public: false, payload })
    return preflightOf(deps, trx, draft, going)
  }, actor)
}
