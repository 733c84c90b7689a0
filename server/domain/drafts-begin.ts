import type { Draft, NewZone } from '#shared/schema/zone.ts'
import { countyOf } from '../store/area-geometry.ts'
import { findDraftHead, insertDraft, type NewDraft } from '../store/drafts.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import { insertZone, zoneKind } from '../store/zones.ts'
import { versionInForce } from '../store/zones-versions.ts'
import type { Actor } from './actor.ts'
import { requireDraft, toDraft } from './drafts-read.ts'
import { Conflict, Invalid, NotFound } from './errors.ts'
import { groundError } from './ground-fault.ts'
import { groundOf } from './ground.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import type { ReviewDeps } from './review-deps.ts'
import { requireSmallest } from './smallest-sufficient.ts'
import { storedContent } from './zones-content.ts'
import type { ZoneDeps } from './zone-deps.ts'

/**
 * Makes a new zone with its first draft. Its number is the next of its county and kind and never given again.
 * @throws Invalid for a ground or content that cannot be taken; Forbidden outside_jurisdiction
 */
export async function createZone({ store, now, figures, packs, review }: ReviewDeps, actor: Actor, { kind, content }: NewZone): Promise<Draft> {
  const ground = await groundOf(store.db, kind, content.definition)
  if (!ground.ok) throw groundError(ground)
  const { geometry } = ground
  const stored = storedContent(content, now(), packs)
  await requireJurisdiction(store.db, actor, geometry)
  await requireSmallest({ figures, review }, store.db, stored, geometry)
  const county = (await countyOf(store.db, geometry)) ?? actor.areaCode?.slice(0, 6)
  if (county === undefined) throw new Invalid('no_county')
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const zoneId = await insertZone(trx, county, kind)
    await begin(trx, { zoneId, basedOn: null, content: stored, geometry, by: actor.post, editor: actor.userId })
    return toDraft(trx, await requireDraft(trx, zoneId), figures)
  }, actor)
}

/**
 * Begins a draft from a zone's version in force.
 * @throws NotFound; Conflict not_in_force, draft_exists; Forbidden outside_jurisdiction
 */
export async function beginDraft({ store, figures }: ZoneDeps, actor: Actor, zoneId: string): Promise<Draft> {
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    if ((await zoneKind(trx, zoneId)) === undefined) throw new NotFound('not_found', { what: zoneId })
    if ((await findDraftHead(trx, zoneId)) !== undefined) throw new Conflict('draft_exists', { zone: zoneId })
    const current = await versionInForce(trx, zoneId)
    if (current === undefined) throw new Conflict('not_in_force', { zone: zoneId })
    const { version, content, geometry } = current
    await requireJurisdiction(trx, actor, geometry)
    await begin(trx, { zoneId, basedOn: version, content, geometry, by: actor.post, editor: actor.userId })
    return toDraft(trx, await requireDraft(trx, zoneId), figures)
  }, actor)
}

async function begin(trx: Trx, draft: NewDraft): Promise<void> {
  await insertDraft(trx, draft)
  const payload = { revision: 1, based_on: draft.basedOn }
  await appendEvent(trx, { noun: 'drafts', verb: 'begun', subject: draft.zoneId, actor: draft.by, public: false, payload })
}
