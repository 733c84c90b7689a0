import type { LeastGatesAsked } from '#shared/roads/least-gates.ts'
import type { PlanGates, ZoneCrossings } from '#shared/schema/roads.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { newDraft, saveDraftIn } from './drafts-save.ts'
import { requireDraft } from './drafts-read.ts'
import { planGatesIn } from './gates-plan.ts'
import { findLeastGates } from './least-gates.ts'
import type { ReviewDeps } from './review-deps.ts'
import { roadCheckpoints } from './road-checkpoints.ts'
import type { RoadDeps } from './road-deps.ts'
import { draftTag, requireTag } from './version-tag.ts'

type TakeOver = { least: LeastGatesAsked; gates: Pick<PlanGates, 'tier' | 'green_lane'> }

/**
 * Takes the least gate set over: the draft's line becomes the sealed line, and every gate that nobody holds is planned.
 * @throws NotFound draft_missing; PreconditionFailed; Invalid gates_off_road, cannot_be_sealed; Forbidden outside_jurisdiction
 */
export async function takeOverLeastGates(
  deps: ReviewDeps,
  picture: RoadDeps['picture'],
  actor: Actor,
  zoneId: string,
  expected: string,
  { least, gates }: TakeOver,
): Promise<ZoneCrossings> {
  const { store, now } = deps
  const draft = await requireDraft(store.db, zoneId)
  requireTag(expected, draftTag(draft))
  const { sealed } = await findLeastGates({ picture, checkpoints: await roadCheckpoints(store.db) }, draft.geometry, least)
  const next = await newDraft(deps, draft.kind, { ...draft.content, definition: { type: 'drawn', geometry: sealed } })
  return inTransaction(store, async (trx) => {
    await saveDraftIn(trx, actor, zoneId, expected, next, now())
    return planGatesIn(trx, picture, actor, zoneId, { ...gates, kind: 'gate', draft: true })
  }, actor)
}
