import { ZONE_KINDS } from '#shared/vocabulary.ts'
import { nextInstant, plannedInstant } from '../store/periods.ts'
import { closePlan, duePlans, type FailureNote, type PlannedEndRow, type PlannedStartRow, type PlanRow } from '../store/plans.ts'
import { inSavepoint } from '../store/savepoint.ts'
import type { Trx } from '../store/transaction.ts'
import { versionInForce } from '../store/zones-versions.ts'
import { Conflict, DomainError } from './errors.ts'
import { groundError } from './ground-fault.ts'
import { groundOf } from './ground.ts'
import { requireOneRest } from './one-rest.ts'
import { settleEnd } from './planned-end.ts'
import { tellPlan } from './plans-cancel.ts'
import { recomputeFollowers, SYSTEM_POST } from './rest-of.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { tellChanges, type ZoneChange } from './zones-change.ts'
import { followsStricter } from './zones-content.ts'
import { enterIntoForce } from './zones-enter.ts'
import { leaveForce } from './zones-leave.ts'

type Instant = { at: string; recordedAt: string }

/**
 * Carries out the plans of the earliest instant that has come, under the lock of `lockChanges`: all of them at that
 * instant with the zones that follow, however late it is by now. Where they cannot all be, each by itself; one that
 * cannot be carried out is closed as failed, with the reason, and nothing of it happens.
 * @param until instead of the database's clock: for looking ahead, in a transaction that is undone
 * @returns false when nothing was due
 */
export async function carryOutNext(trx: Trx, figures: ZoneDeps['figures'], until?: string): Promise<boolean> {
  const plans = await duePlans(trx, until)
  if (plans.length === 0) return false
  if ((await attempt(trx, figures, plans)) === null) return true
  for (const plan of plans) {
    const fault = await attempt(trx, figures, [plan])
    if (fault === null) continue
    const note: FailureNote = { code: fault.code, params: fault.params }
    await closePlan(trx, plan.id, 'failed', SYSTEM_POST, note)
    await tellPlan(trx, 'failed', plan, SYSTEM_POST, note)
  }
  return true
}

async function attempt(trx: Trx, figures: ZoneDeps['figures'], plans: readonly PlanRow[]): Promise<DomainError | null> {
  try {
    await inSavepoint(trx, () => carryOut(trx, figures, plans))
    return null
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

async function carryOut(trx: Trx, figures: ZoneDeps['figures'], plans: readonly PlanRow[]): Promise<void> {
  const recordedAt = await nextInstant(trx)
  const instant = { at: await plannedInstant(trx, plans[0]!.dueAt, recordedAt), recordedAt }
  const changes: ZoneChange[] = []
  for (const plan of endsFirst(plans)) {
    await closePlan(trx, plan.id, 'done', SYSTEM_POST)
    changes.push(await (plan.action === 'end' ? end(trx, plan, instant) : start(trx, figures, plan, instant)))
  }
  await tellChanges(trx, [...changes, ...(await recomputeFollowers(trx, figures, changes, instant.at, recordedAt))])
}

// what starts may lie where something ends, and what is left over by stricter zones needs those first
const endsFirst = (plans: readonly PlanRow[]) =>
  [...plans].sort((a, b) => a.action.localeCompare(b.action) || ZONE_KINDS.indexOf(a.kind) - ZONE_KINDS.indexOf(b.kind) || a.id - b.id)

async function end(trx: Trx, { id, zoneId, decision, plannedBy }: PlannedEndRow, instant: Instant): Promise<ZoneChange> {
  const current = await versionInForce(trx, zoneId)
  if (current === undefined) throw new Conflict('not_in_force', { zone: zoneId })
  return leaveForce(trx, current, { ...instant, by: plannedBy, cause: null, note: decision, plan: id })
}

async function start(trx: Trx, figures: ZoneDeps['figures'], plan: PlannedStartRow, instant: Instant): Promise<ZoneChange> {
  const { id, zoneId, kind, content, plannedBy: by, basedOn } = plan
  if (basedOn !== null && (await versionInForce(trx, zoneId)) === undefined) throw new Conflict('not_in_force', { zone: zoneId })
  await requireOneRest(trx, zoneId, content.definition)
  const ground = followsStricter(content.definition) ? await groundOf(trx, kind, content.definition) : { ok: true as const, geometry: plan.geometry }
  if (!ground.ok) throw groundError(ground)
  const change = await enterIntoForce(trx, figures, { zoneId, kind, content, geometry: ground.geometry, by, cause: null, ...instant, plan: id })
  await settleEnd(trx, zoneId, content.planned_end, by)
  return change
}
