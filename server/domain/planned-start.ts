import type { MultiPolygon } from 'geojson'
import type { DraftContent, ZoneGround } from '#shared/schema/zone.ts'
import { exposureOf } from '../geometry-worker/geometry.ts'
import { findDraftHead, insertDraft } from '../store/drafts.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { closePlan, insertPlan, openPlans, type PlannedStartRow } from '../store/plans.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import { newestVersion } from '../store/zones-versions.ts'
import type { Actor } from './actor.ts'
import { Conflict, NotFound } from './errors.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { tellPlan } from './plans-cancel.ts'
import { planTag, requireTag } from './version-tag.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { versionContent } from './zones-content.ts'
import { versionHash } from './zones-hash.ts'

type Start = {
  zoneId: string
  kind: PlannedStartRow['kind']
  content: DraftContent & { starts_at: string }
  geometry: MultiPolygon
  basedOn: number | null
  editors: number[]
}

/**
 * Keeps a version for its instant instead of publishing it: until then nothing of it is public. The answer is the zone
 * as it will be, in the state `planned`.
 * @throws Conflict start_planned, end_planned_before
 */
export async function planStart(trx: Trx, figures: ZoneDeps['figures'], actor: Actor, start: Start, now: Date): Promise<ZoneGround> {
  const { zoneId, kind, content, geometry } = start
  const dueAt = content.starts_at
  for (const plan of await openPlans(trx, zoneId)) {
    if (plan.action === 'start') throw new Conflict('start_planned', { zone: zoneId, at: plan.dueAt })
    if (plan.dueAt <= dueAt) throw new Conflict('end_planned_before', { zone: zoneId, at: plan.dueAt })
  }
  const id = await insertPlan(trx, { ...start, action: 'start', dueAt, by: actor.post })
  await tellPlan(trx, 'made', { id, zoneId, action: 'start', dueAt }, actor.post)
  return plannedZone(trx, figures, { ...start, id, action: 'start', dueAt, plannedBy: actor.post, plannedAt: now.toISOString(), kind, geometry })
}

/**
 * While a version waits for its instant, no other may be put in force in its place.
 * @throws Conflict start_planned
 */
export async function requireNoStart(trx: Trx, zoneId: string): Promise<void> {
  const start = (await openPlans(trx, zoneId)).find((plan) => plan.action === 'start')
  if (start !== undefined) throw new Conflict('start_planned', { zone: zoneId, at: start.dueAt })
}

/** A zone as it will be when its plan is carried out, unless its ground follows others that change until then. */
async function plannedZone(trx: Trx, figures: ZoneDeps['figures'], plan: PlannedStartRow): Promise<ZoneGround> {
  const { zoneId, kind, geometry, dueAt } = plan
  const content = versionContent(plan.content)
  const newest = await newestVersion(trx, zoneId)
  const version = { zoneId, kind, version: newest + 1, previousVersion: newest === 0 ? null : newest, content, geometry }
  const exposure = await exposureOf(geometry, figures)
  return {
    ...content, id: zoneId, version: version.version, kind, name_en: content.name_en ?? null, earliest_lift: content.earliest_lift ?? null,
    smallest: content.smallest ?? null,
    since: dueAt, version_since: dueAt, overdue: false, area_m2: exposure.areaM2, people: exposure.people, exposure,
    published_at: plan.plannedAt, published_by: plan.plannedBy, previous_version: version.previousVersion,
    hash: versionHash(version), state: 'planned', valid_to: null, geometry,
    ...(plan.content.planned_end && { planned_end: plan.content.planned_end }),
  }
}

/**
 * Cancels a planned start before its time; what it held is a draft again, unless there is a newer one.
 * @throws NotFound; Conflict plan_done; PreconditionFailed; Forbidden outside_jurisdiction
 */
export async function cancelStart({ store }: Pick<ZoneDeps, 'store'>, actor: Actor, zoneId: string, expected: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const plan = (await openPlans(trx, zoneId)).find((open) => open.action === 'start')
    if (plan?.action !== 'start') throw new NotFound('plan_missing', { zone: zoneId })
    requireTag(expected, planTag(plan))
    await requireJurisdiction(trx, actor, plan.geometry)
    await closePlan(trx, plan.id, 'cancelled', actor.post, { because: 'cancelled' })
    if ((await findDraftHead(trx, zoneId)) === undefined) {
      const { content, geometry, basedOn, editors } = plan
      await insertDraft(trx, { zoneId, basedOn, content, geometry, by: actor.post, editors })
    }
    await tellPlan(trx, 'cancelled', plan, actor.post)
  }, actor)
}
