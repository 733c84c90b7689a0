import { ALWAYS, type ClauseContext, type ClauseFinding } from './clause-finding.ts'
import { fullRoundDays, partialRound } from './full-rounds.ts'
import type { ZoneInputs } from './zone-inputs.ts'

/** A round that is due and not there: nobody was sampled, not everybody, or results are open. */
function missingRound(inputs: ZoneInputs, from: number, today: number): ClauseFinding {
  const partial = partialRound(inputs, from, today)
  if (partial === undefined) return { state: 'missing', why: 'round_missing', numbers: { from }, earliest: today }
  const { day: on, expected, sampled, negative } = partial
  return sampled < expected
    ? { state: 'missing', why: 'round_partial', numbers: { on, expected, sampled }, earliest: today }
    : { state: 'missing', why: 'round_results_open', numbers: { on, open: sampled - negative }, earliest: today }
}

const roundFrom = (inputs: ZoneInputs, from: number, today: number): ClauseFinding => {
  const done = fullRoundDays(inputs, today).find((day) => day >= from)
  if (done !== undefined) return { state: 'held', why: 'round_on', numbers: { on: done }, earliest: done }
  return today < from ? { state: 'not_held', why: 'round_due', numbers: { from }, earliest: from } : missingRound(inputs, from, today)
}

/** A full negative round on the named day of the clock or later: a round that came late delays the step, no more. */
export const judgeFullRound = ({ today, clock }: ClauseContext, inputs: ZoneInputs, fromDay: number): ClauseFinding =>
  clock === null
    ? { state: 'missing', why: 'no_infection_date', numbers: {}, earliest: null }
    : roundFrom(inputs, clock + fromDay, today)

/**
 * A full negative round at most `days` before the step. The step's day is `others`, the first on which every other
 * clause holds, or today once that has passed; a round that will be too old by then does not count.
 */
export function judgeRoundBeforeLift({ today }: ClauseContext, inputs: ZoneInputs, days: number, others: number | null): ClauseFinding {
  const step = Math.max(today, others ?? today)
  const done = fullRoundDays(inputs, today).findLast((day) => day >= step - days)
  if (done !== undefined) return { state: 'held', why: 'round_on', numbers: { on: done }, earliest: done }
  const from = step - days
  return today < from ? { state: 'not_held', why: 'round_due', numbers: { from }, earliest: step } : { ...missingRound(inputs, from, today), earliest: step }
}

/**
 * One full negative round for each of the days named, on it or later: a round is counted for the first day still
 * without one, so that a missed round is made up by one more and none counts twice.
 */
export function judgeRoundSeries({ today, clock }: ClauseContext, inputs: ZoneInputs, onDays: readonly number[]): ClauseFinding {
  if (clock === null) return { state: 'missing', why: 'no_infection_date', numbers: {}, earliest: null }
  const done = fullRoundDays(inputs, today)
  const needed = onDays.length
  let used = -Infinity
  let count = 0
  let next: number | null = null
  for (const day of [...onDays].sort((a, b) => a - b).map((n) => clock + n)) {
    const found = next === null ? done.find((round) => round >= day && round > used) : undefined
    if (found !== undefined) count++
    else next ??= day
    used = found ?? Math.max(day, today, used + 1)
  }
  if (next === null) return { state: 'held', why: 'rounds_done', numbers: { done: count, needed }, earliest: used }
  const numbers = { done: count, needed, next }
  return today < next
    ? { state: 'not_held', why: 'rounds_due', numbers, earliest: used }
    : { state: 'missing', why: 'rounds_missing', numbers, earliest: used }
}

type Kept = { first_days: number; until_day: number; round_day: number }

/**
 * A positive on day 1 to `first_days` of the zone (day 0: the day it came into force) keeps it until `until_day`, with
 * a full negative round on `round_day` or later.
 */
export function judgeKept({ today }: ClauseContext, inputs: ZoneInputs, { first_days, until_day, round_day }: Kept): ClauseFinding {
  const { startDay } = inputs
  const early = inputs.positives.filter(({ day }) => day > startDay && day <= startDay + first_days).map(({ day }) => day)
  if (early.length === 0) return { state: 'held', why: 'not_kept', numbers: { first: first_days }, earliest: ALWAYS }
  const on = Math.max(...early)
  const until = startDay + until_day
  const round = roundFrom(inputs, startDay + round_day, today)
  const earliest = round.earliest === null ? null : Math.max(until, round.earliest)
  if (today < until) return { state: 'not_held', why: 'kept_until', numbers: { on, until, round: startDay + round_day }, earliest }
  return round.state === 'held'
    ? { state: 'held', why: 'kept_over', numbers: { on, round: round.numbers['on'] ?? until }, earliest }
    : { state: 'missing', why: 'kept_round_missing', numbers: { on, from: startDay + round_day }, earliest }
}
