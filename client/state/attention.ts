import type { VersionedCheckpoint } from './checkpoints.ts'
import type { GateReading } from './gate-reports.ts'
import type { Readiness, ZoneReadiness } from '#shared/schema/readiness.ts'
import type { Plan } from '#shared/schema/plan.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'

/** Something open that a command post should look at, the most pressing first. */
export type Attention =
  | { type: 'alarm' | 'ready'; zone: ZoneFeature; judged: ZoneReadiness }
  | { type: 'overdue'; zone: ZoneFeature; byS: number }
  | { type: 'due'; zone: ZoneFeature; inS: number }
  | { type: 'failed' | 'starts' | 'ends'; plan: Plan; inS: number }
  | { type: 'incident'; gate: VersionedCheckpoint; ageS: number }
  | { type: 'suspended' | 'planned'; gate: VersionedCheckpoint }

const SOON_S = 48 * 3600

/**
 * Plans that failed, positives in controlled zones, incidents at gates, reviews that are overdue or due within two days,
 * zones that are ready to lift, what starts and ends by itself, then gates where nobody stands.
 */
export function attention(
  zones: readonly ZoneFeature[],
  gates: readonly VersionedCheckpoint[],
  judged: ReadonlyMap<string, ZoneReadiness>,
  now: Date,
  plans: readonly Plan[] = [],
  reports: readonly GateReading[] = [],
): Attention[] {
  const byRules = (type: 'alarm' | 'ready', is: (found: Readiness) => boolean) =>
    zones.flatMap((zone): Attention[] => {
      const found = judged.get(zone.properties.id)
      return found && is(found.readiness) ? [{ type, zone, judged: found }] : []
    })
  const planned = plans.map((plan): Attention => ({
    type: plan.failed !== null ? 'failed' : plan.action === 'start' ? 'starts' : 'ends',
    plan, inS: Math.max(0, (new Date(plan.due_at).getTime() - now.getTime()) / 1000),
  }))
  const reviews = zones
    .map((zone) => ({ zone, inS: (new Date(zone.properties.review_by).getTime() - now.getTime()) / 1000 }))
    .filter(({ inS }) => inS < SOON_S)
    .sort((a, b) => a.inS - b.inS)
    .map(({ zone, inS }): Attention => (inS < 0 ? { type: 'overdue', zone, byS: -inS } : { type: 'due', zone, inS }))
  const unmanned = (['suspended', 'planned'] as const).flatMap((state) =>
    gates.filter((gate) => gate.properties.state === state).map((gate): Attention => ({ type: state, gate })),
  )
  const incidents = reports.filter(({ report }) => report.status === 'incident').flatMap(({ report, ageS }): Attention[] => {
    const gate = gates.find(({ properties: { id, state } }) => id === report.checkpoint && state !== 'withdrawn')
    return gate ? [{ type: 'incident', gate, ageS }] : []
  })
  const alarms = byRules('alarm', ({ alarm }) => alarm !== null)
  const ready = byRules('ready', ({ status }) => status === 'ready')
  const failed = planned.filter(({ type }) => type === 'failed')
  const coming = planned.filter(({ type }) => type !== 'failed')
  return [...failed, ...alarms, ...incidents, ...reviews, ...ready, ...coming, ...unmanned]
}
