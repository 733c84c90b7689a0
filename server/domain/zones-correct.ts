import { correctPeriods } from '#shared/time/correct-periods.ts'
import type { Correction, CorrectionRequest } from '#shared/schema/correction.ts'
import { knownPeriods, replacePeriods } from '../store/corrections.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { nextInstant } from '../store/periods.ts'
import { inTransaction } from '../store/transaction.ts'
import { newestVersion, versionInForce, versionOf } from '../store/zones-versions.ts'
import type { Actor } from './actor.ts'
import { Conflict, Invalid, NotFound } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { cancelPlans } from './plans-cancel.ts'
import { recomputeFollowers } from './rest-of.ts'
import { requireUsableText } from './usable-text.ts'
import { requireTag, zoneTag } from './version-tag.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { tellChanges, type ZoneChange } from './zones-change.ts'

/**
 * Records that a version in fact held at another time than was recorded. What was known until now stays known as it
 * was; what is known from now on is new rows. A zone that in fact ended is no longer in force, and those that follow it
 * take over its ground from now on: their own past is as it was recorded, and corrected by itself where need be.
 * @throws NotFound; PreconditionFailed; Forbidden; Conflict correction_…; Invalid correction_in_future
 */
export async function correctZone(
  { store, figures }: Pick<ZoneDeps, 'store' | 'figures'>,
  actor: Actor,
  zoneId: string,
  expected: string,
  request: CorrectionRequest,
): Promise<Correction> {
  requireUsableText(request)
  requireImpersonalText(request)
  const { version, reason, authority, legal_basis } = request
  const [from, to] = [instantOf(request.valid_from), request.valid_to === null ? null : instantOf(request.valid_to)]
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const newest = await newestVersion(trx, zoneId)
    if (newest === 0) throw new NotFound('not_found', { what: zoneId })
    requireTag(expected, zoneTag({ zoneId, version: newest }))
    const corrected = await versionOf(trx, zoneId, version)
    if (corrected === undefined) throw new Conflict('correction_no_version', { zone: zoneId, version })
    await requireJurisdiction(trx, actor, corrected.geometry)
    const recordedAt = await nextInstant(trx)
    for (const at of [from, to]) if (at !== null && at >= recordedAt) throw new Invalid('correction_in_future', { at })
    const known = await knownPeriods(trx, zoneId)
    const result = correctPeriods(known, version, from, to)
    if (!result.ok) throw new Conflict(result.reason, { zone: zoneId, version: result.version })
    const before = await versionInForce(trx, zoneId)
    const stored = result.changed.map(({ before: old, after }) => ({ before: known.find(({ version: of }) => of === old.version)!, after }))
    await replacePeriods(trx, stored, recordedAt, { by: actor.post, reason, authority, legal_basis, correction: true })
    const changed = stored.map(({ before: old, after }) => ({ version: old.version, before: held(old), after: held(after) }))
    const isPublic = corrected.content.audience === 'public'
    const event = await appendEvent(trx, {
      noun: 'zones', verb: 'corrected', subject: zoneId, actor: actor.post, public: isPublic,
      payload: { version, kind: corrected.kind, recorded_at: recordedAt, reason, authority, legal_basis, changed },
    })
    if (before?.version === version && to !== null) {
      await cancelPlans(trx, zoneId, actor.post, 'lifted')
      const gone: ZoneChange = {
        zoneId, kind: corrected.kind, verb: 'lifted', version, cause: null, by: actor.post, public: isPublic, before: before.geometry, after: null,
      }
      await tellChanges(trx, [gone, ...(await recomputeFollowers(trx, figures, gone, recordedAt))])
    }
    return { zone_id: zoneId, version, recorded_at: recordedAt, by: actor.post, reason, authority, legal_basis, changed, event: { seq: event.seq, hash: event.hash } }
  }, actor)
}

const held = ({ from, to }: { from: string; to: string | null }) => ({ valid_from: from, valid_to: to })

function instantOf(text: string): string {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new Invalid('bad_moment', { at: text })
  return instant.toISOString()
}
