import type { RuleClause } from '../schema/rule-pack.ts'
import { ALWAYS, type ClauseContext, type ClauseFinding } from './clause-finding.ts'
import { judgeClearance, judgeContactDays, judgeQuietDays, judgeStricterLifted } from './judge-days.ts'
import { judgeFullRound, judgeKept, judgeRoundBeforeLift, judgeRoundSeries } from './judge-rounds.ts'
import type { ZoneInputs } from './zone-inputs.ts'

type Judged = { clause: RuleClause; finding: ClauseFinding }

/** The later of the clauses' first days; null as soon as one cannot be said. */
export const latest = (findings: readonly ClauseFinding[]): number | null =>
  findings.reduce<number | null>((day, { earliest }) => (day === null || earliest === null ? null : Math.max(day, earliest)), ALWAYS)

function judge(clause: RuleClause, context: ClauseContext, inputs: ZoneInputs, others: number | null): ClauseFinding {
  switch (clause.type) {
    case 'quiet_days': return judgeQuietDays(context, clause.days)
    case 'contact_days': return judgeContactDays(context, inputs, clause.days, clause.strictly)
    case 'full_round': return judgeFullRound(context, inputs, clause.from_day)
    case 'round_before_lift': return judgeRoundBeforeLift(context, inputs, clause.days, others)
    case 'round_series': return judgeRoundSeries(context, inputs, clause.on_days)
    case 'clearance': return judgeClearance(context, inputs)
    case 'stricter_lifted': return judgeStricterLifted(inputs)
    case 'kept_after_early_positive': return judgeKept(context, inputs, clause)
  }
}

/** Judges every clause of a rule, in its order; what counts back from the step is judged after the others. */
export function judgeClauses(clauses: readonly RuleClause[], context: ClauseContext, inputs: ZoneInputs): Judged[] {
  const forward = clauses.filter(({ type }) => type !== 'round_before_lift').map((clause) => judge(clause, context, inputs, null))
  const others = latest(forward.filter(({ earliest }) => earliest !== null)) // what is known of the step's day
  return clauses.map((clause) => ({ clause, finding: judge(clause, context, inputs, others) }))
}
