import type { ZoneGround } from '#shared/schema/zone.ts'
import { deleteDraft, findDraft } from '../store/drafts.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { nextInstant } from '../store/periods.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import { restOfZone, versionInForce } from '../store/zones-versions.ts'
import type { Actor } from './actor.ts'
import { Conflict, NotFound } from './errors.ts'
import { groundError } from './ground-fault.ts'
import { groundOf } from './ground.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { recomputeFollowers } from './rest-of.ts'
import { draftTag, requireTag } from './version-tag.ts'
import { tellChanges } from './zones-change.ts'
import { followsStricter, requireFuture } from './zones-content.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { zoneDetails } from './zones-details.ts'
import { enterIntoForce, type Entry } from './zones-enter.ts'

/**
 * Publishes a zone's draft: the new version is in force, the one before it superseded, the zones that follow it
 * recomputed, and the draft gone, all at one instant or not at all. A drawn ground goes out exactly as it was drafted;
 * what follows stricter zones is computed anew.
 * @throws NotFound draft_missing; PreconditionFailed; Forbidden; Conflict not_in_force, overlapping_rest; Invalid
 */
export async function publishDraft(
  { store, now, figures }: ZoneDeps,
  actor: Actor,
  zoneId: string,
  expected: string,
): Promise<ZoneGround> {
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const draft = await findDraft(trx, zoneId)
    if (draft === undefined) throw new NotFound('draft_missing', { zone: zoneId })
    requireTag(expected, draftTag(draft))
    const { kind, content, basedOn } = draft
    requireFuture(content.review_by, now())
    const current = await versionInForce(trx, zoneId)
    if (basedOn !== null && current === undefined) throw new Conflict('not_in_force', { zone: zoneId })
    const ground = followsStricter(content.definition)
      ? await groundOf(trx, kind, content.definition)
      : { ok: true as const, geometry: draft.geometry }
    if (!ground.ok) throw groundError(ground)
    await requireJurisdiction(trx, actor, ground.geometry, ...(current ? [current.geometry] : []))
    const at = await nextInstant(trx)
    await publishEntry(trx, figures, { zoneId, kind, content, geometry: ground.geometry, by: actor.post, cause: null, at })
    await deleteDraft(trx, zoneId)
    return zoneDetails(trx, zoneId, now())
  })
}

/**
 * The part of a publication that a draft has no say in: one rest of an area only, the version, its followers, the events.
 * @throws Conflict overlapping_rest
 */
export async function publishEntry(trx: Trx, figures: ZoneDeps['figures'], entry: Entry): Promise<void> {
  const { definition } = entry.content
  if (definition.type === 'rest_of') {
    const zone = await restOfZone(trx, definition.area, entry.zoneId)
    if (zone !== undefined) throw new Conflict('overlapping_rest', { area: definition.area, zone })
  }
  const change = await enterIntoForce(trx, figures, entry)
  await tellChanges(trx, [change, ...(await recomputeFollowers(trx, figures, change, entry.at))])
}
