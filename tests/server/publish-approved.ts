import type { Preflight } from '#shared/schema/preflight.ts'
import type { DraftContent, ZoneDefinition, ZoneGround } from '#shared/schema/zone.ts'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { requireDraft } from '../../server/domain/drafts-read.ts'
import { approveDraft, rejectDraft } from '../../server/domain/reviews-decide.ts'
import { confirmChange, readPreflight } from '../../server/domain/preflight-read.ts'
import type { ReviewDeps } from '../../server/domain/review-deps.ts'
import { submitDraft } from '../../server/domain/reviews-submit.ts'
import { draftTag } from '../../server/domain/version-tag.ts'
import { outgoing } from '../../server/domain/zones-outgoing.ts'
import { publishDraft } from '../../server/domain/zones-publish.ts'
import type { TestApi } from '../support/api.ts'
import { actor, content, reviewer } from './zones-fixture.ts'

/** A draft by `actor()` in a state on the way to force, and its tag with the hash of what would go out. */
export async function draftIn(
  deps: ReviewDeps,
  state: 'draft' | 'in_review' | 'approved' | 'rejected',
  definition: ZoneDefinition,
  more: Partial<DraftContent> = {},
): Promise<{ zoneId: string; tag: string; hash: string }> {
  const { zone_id: zoneId } = await createZone(deps, actor(), { kind: 'sealed', content: content(definition, more) })
  const tag = draftTag({ zoneId, revision: 1 })
  const { hash } = await outgoing(deps.store.db, await requireDraft(deps.store.db, zoneId))
  if (state !== 'draft') await submitDraft(deps, actor(), zoneId, tag)
  if (state === 'approved') await approveDraft(deps, reviewer(), zoneId, tag, { hash })
  if (state === 'rejected') await rejectDraft(deps, reviewer(), zoneId, tag, { reason: '范围过大' })
  return { zoneId, tag, hash }
}

/** Hands a draft in by `planner`, has `reviewer()` approve (and confirm) it, and publishes it by `planner`. */
export async function publishApproved(deps: ReviewDeps, zoneId: string, revision: number, planner = actor()): Promise<ZoneGround> {
  const tag = draftTag({ zoneId, revision })
  await submitDraft(deps, planner, zoneId, tag)
  const { hash, abnormal } = await readPreflight(deps, zoneId)
  await approveDraft(deps, reviewer(), zoneId, tag, { hash })
  if (abnormal.length > 0) await confirmChange(deps, reviewer(), zoneId, tag, { hash, reason: '已核实' })
  return publishDraft(deps, planner, zoneId, tag)
}

type Cookie = { cookie: string }

/** The same over HTTP, by a planner and a reviewer who are signed in; answers with what publishing answered. */
export async function publishApprovedByHttp({ app }: TestApi, planner: Cookie, reviewing: Cookie, tag: string) {
  const zoneId = tag.slice(0, tag.lastIndexOf('.'))
  const post = (path: string, as: Cookie, payload?: object) =>
    app.inject({ method: 'POST', url: `/api/zones/${zoneId}/${path}`, headers: { ...as, 'if-match': `"${tag}"` }, ...(payload ? { payload } : {}) })
  const submitted = await post('submit', planner)
  if (submitted.statusCode !== 200) return submitted
  const { hash, abnormal } = (await app.inject({ url: `/api/zones/${zoneId}/preflight`, headers: reviewing })).json<Preflight>()
  const approved = await post('approve', reviewing, { hash })
  if (abnormal.length > 0) await post('confirm-change', reviewing, { hash, reason: '已核实' })
  return approved.statusCode === 200 ? post('publish', planner) : approved
}
