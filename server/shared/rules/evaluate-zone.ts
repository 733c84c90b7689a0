import type { Readiness } from '../schema/readiness.ts'
import type { RulePack } from '../schema/rule-pack.ts'
import { clockOf, levelOf, ruleFor } from './applicable-rule.ts'
import { alarmOf } from './alarm.ts'
import { toClauseResult } from './clause-result.ts'
import { ALWAYS, type ClauseFinding } from './clause-finding.ts'
import { judgeClauses, latest } from './judge-clause.ts'
import { LIFTED } from './rule-texts.ts'
import { dateOfDay } from './shanghai-day.ts'
import { restartDays, type ZoneInputs } from './zone-inputs.ts'

/**
 * Judges one zone by a pack on a day (since 1970-01-01, Asia/Shanghai). Clauses join as in three-valued logic: one that
 * is not held makes the zone not ready; evidence is missing where nothing else stands in the way; ready means that all
 * are held, and that an authority may now decide: nothing is ever lifted by this.
 * `earliest` takes missing rounds and clearance as done today; it is null where the last infection, the last contact or
 * other zones leave it open. It is never before the day on which all clauses hold.
 */
export function evaluateZone(pack: RulePack | undefined, packId: string, inputs: ZoneInputs, today: number): Readiness {
  const level = pack && levelOf(pack, inputs.kind)
  const rule = level && ruleFor(level, inputs)
  const base = {
    pack: packId,
    level: level === undefined ? null : { id: level.id, title: level.title },
    restarts: restartDays(inputs).map(dateOfDay),
    alarm: alarmOf(level, inputs),
  }
  if (pack === undefined || rule === undefined) {
    const reason = pack === undefined ? 'pack_unknown' : level === undefined ? 'level_absent' : 'no_criterion'
    return { ...base, status: 'no_rule', reason, target: null, practice: null, clock: null, clauses: [], earliest: null, days_left: null }
  }
  const clock = clockOf(rule, inputs)
  const judged = judgeClauses(rule.clauses, { today, clock }, inputs)
  const findings = judged.map(({ finding }) => finding)
  const last = latest(findings)
  const day = last === ALWAYS ? today : last
  const titled = (id: string) => ({ id, title: pack.levels.find((one) => one.id === id)?.title ?? LIFTED })
  return {
    ...base,
    status: statusOf(findings),
    reason: null,
    target: titled(rule.to),
    practice: rule.practice === null ? null : titled(rule.practice),
    clock: clock === null ? null : dateOfDay(clock),
    clauses: judged.map(({ clause, finding }) => toClauseResult(clause, finding)),
    earliest: day === null ? null : dateOfDay(day),
    days_left: day === null ? null : Math.max(0, day - today),
  }
}

const statusOf = (findings: readonly ClauseFinding[]): Readiness['status'] =>
  findings.some(({ state }) => state === 'not_held') ? 'not_ready'
  : findings.some(({ state }) => state === 'missing') ? 'evidence_missing'
  : 'ready'
