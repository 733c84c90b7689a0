import { describe, expect, it } from 'vitest'
import { isFullNegative } from '#shared/rules/full-rounds.ts'
import { judgeClearance, judgeContactDays, judgeQuietDays, judgeStricterLifted } from '#shared/rules/judge-days.ts'
import { judgeClauses } from '#shared/rules/judge-clause.ts'
import { judgeFullRound, judgeKept, judgeRoundBeforeLift, judgeRoundSeries } from '#shared/rules/judge-rounds.ts'
import { toClauseResult } from '#shared/rules/clause-result.ts'
import { dateOfDay, dayOfDate, dayOfMoment } from '#shared/rules/shanghai-day.ts'
import type { TestRound, ZoneInputs } from '#shared/rules/zone-inputs.ts'
import type { RuleClause } from '#shared/schema/rule-pack.ts'

const zone = (more: Partial<ZoneInputs> = {}): ZoneInputs => ({
  kind: 'sealed', startDay: 0, stepDownDay: null, positives: [], rounds: [], lastContactDay: null, noContacts: false,
  clearanceDay: null, stricterInArea: 0, ...more,
})
const full = (day: number): TestRound => ({ day, expected: 10, sampled: 10, negative: 10, positive: 0 })
const positive = (day: number) => ({ day, answered: false })

describe('days in Asia/Shanghai', () => {
  it('change at 16:00 UTC', () => {
    expect(dateOfDay(dayOfMoment(new Date('2022-03-15T15:59:59.999Z')))).toBe('2022-03-15')
    expect(dateOfDay(dayOfMoment(new Date('2022-03-15T16:00:00Z')))).toBe('2022-03-16')
    expect(dayOfDate('2022-03-01') - dayOfDate('2022-02-28')).toBe(1)
  })
})

describe('quiet days', () => {
  it('hold from day N on, the day of the last infection being day 0', () => {
    expect(judgeQuietDays({ today: 13, clock: 0 }, 14)).toMatchObject({ state: 'not_held', why: 'days_remain', numbers: { left: 1, passed: 13 }, earliest: 14 })
    expect(judgeQuietDays({ today: 14, clock: 0 }, 14)).toMatchObject({ state: 'held', earliest: 14 })
    expect(judgeQuietDays({ today: 14, clock: null }, 14)).toMatchObject({ state: 'missing', why: 'no_infection_date', earliest: null })
  })
})

describe('the last contact', () => {
  it('is asked for more than so many days, or as many', () => {
    const known = zone({ lastContactDay: 0 })
    expect(judgeContactDays({ today: 14, clock: 0 }, known, 14, true)).toMatchObject({ state: 'not_held', earliest: 15 })
    expect(judgeContactDays({ today: 15, clock: 0 }, known, 14, true).state).toBe('held')
    expect(judgeContactDays({ today: 4, clock: 0 }, known, 4, false).state).toBe('held')
  })

  it('is missing when nothing is said, and a date outweighs the statement that there is none', () => {
    expect(judgeContactDays({ today: 9, clock: 0 }, zone(), 4, false)).toMatchObject({ state: 'missing', earliest: null })
    expect(judgeContactDays({ today: 9, clock: 0 }, zone({ noContacts: true }), 4, false)).toMatchObject({ state: 'held', why: 'no_contacts' })
    expect(judgeContactDays({ today: 9, clock: 0 }, zone({ noContacts: true, lastContactDay: 8 }), 4, false).state).toBe('not_held')
  })
})

describe('a test round', () => {
  it('is full only when everybody was sampled and every result is in and negative', () => {
    expect(isFullNegative(full(1))).toBe(true)
    expect(isFullNegative({ ...full(1), sampled: 9, negative: 9 })).toBe(false)
    expect(isFullNegative({ ...full(1), negative: 9 })).toBe(false)
    expect(isFullNegative({ ...full(1), negative: 9, positive: 1 })).toBe(false)
    expect(isFullNegative({ ...full(1), expected: 0, sampled: 0, negative: 0 })).toBe(false)
  })

  it('counts on its day of the clock or later, never earlier, and never from the future', () => {
    const judge = (rounds: TestRound[], today = 8) => judgeFullRound({ today, clock: 0 }, zone({ rounds, positives: [positive(0)] }), 7)
    expect(judge([full(6)])).toMatchObject({ state: 'missing', why: 'round_missing' })
    expect(judge([full(7)])).toMatchObject({ state: 'held', numbers: { on: 7 } })
    expect(judge([full(8)])).toMatchObject({ state: 'held', earliest: 8 })
    expect(judge([full(9)]).state).toBe('missing')
    expect(judge([], 6)).toMatchObject({ state: 'not_held', why: 'round_due', earliest: 7 })
    expect(judge([{ ...full(7), sampled: 9, negative: 9 }])).toMatchObject({ why: 'round_partial', numbers: { expected: 10, sampled: 9 } })
    expect(judge([{ ...full(7), negative: 4 }])).toMatchObject({ why: 'round_results_open', numbers: { open: 6 } })
  })

  it('of the day on which somebody was found positive says nothing', () => {
    expect(judgeFullRound({ today: 7, clock: 7 }, zone({ rounds: [full(7)], positives: [positive(7)] }), 0).state).toBe('missing')
  })

  it('before the lift is counted back from it', () => {
    const judge = (rounds: TestRound[], today: number) => judgeRoundBeforeLift({ today, clock: 0 }, zone({ rounds }), 2, 14)
    expect(judge([full(11)], 11)).toMatchObject({ state: 'not_held', why: 'round_due', numbers: { from: 12 } })
    expect(judge([full(11)], 12)).toMatchObject({ state: 'missing', earliest: 14 })
    expect(judge([full(12)], 12)).toMatchObject({ state: 'held' })
    expect(judge([full(12)], 14).state).toBe('held')
    expect(judge([full(12)], 15)).toMatchObject({ state: 'missing', earliest: 15 })
  })

  it('in a series is made up by one more, and none counts twice', () => {
    const judge = (days: number[], today: number) => judgeRoundSeries({ today, clock: 0 }, zone({ rounds: days.map(full) }), [1, 3, 5])
    expect(judge([1, 3, 5], 5)).toMatchObject({ state: 'held', numbers: { done: 3 }, earliest: 5 })
    expect(judge([1, 5], 6)).toMatchObject({ state: 'missing', numbers: { done: 2, next: 5 }, earliest: 6 })
    expect(judge([1, 5, 6], 6)).toMatchObject({ state: 'held', earliest: 6 })
    expect(judge([1], 2)).toMatchObject({ state: 'not_held', why: 'rounds_due', numbers: { done: 1, next: 3 }, earliest: 5 })
    expect(judge([5, 5, 5], 9)).toMatchObject({ state: 'missing', numbers: { done: 1 }, earliest: 10 })
  })
})

describe('a positive in the first days', () => {
  const KEPT = { first_days: 7, until_day: 14, round_day: 13 }
  it('keeps the zone; one on its first day or after the seventh does not', () => {
    const judge = (days: number[], today = 9) => judgeKept({ today, clock: 0 }, zone({ positives: days.map(positive) }), KEPT)
    expect(judge([0, 8])).toMatchObject({ state: 'held', why: 'not_kept' })
    expect(judge([1])).toMatchObject({ state: 'not_held', why: 'kept_until', earliest: 14 })
    expect(judge([7], 14)).toMatchObject({ state: 'missing', why: 'kept_round_missing' })
  })

  it('lets go after a round on day 13', () => {
    const kept = zone({ positives: [positive(3)], rounds: [full(13)] })
    expect(judgeKept({ today: 14, clock: 3 }, kept, KEPT)).toMatchObject({ state: 'held', why: 'kept_over', earliest: 14 })
  })
})

describe('clearance and other zones', () => {
  it('counts from day 0 on', () => {
    expect(judgeClearance({ today: 9, clock: 5 }, zone())).toMatchObject({ state: 'missing', earliest: 9 })
    expect(judgeClearance({ today: 9, clock: 5 }, zone({ clearanceDay: 4 }))).toMatchObject({ state: 'missing', why: 'clearance_outdated' })
    expect(judgeClearance({ today: 9, clock: 5 }, zone({ clearanceDay: 5 })).state).toBe('held')
  })

  it('wait for every stricter zone, and say no day', () => {
    expect(judgeStricterLifted(zone({ stricterInArea: 2 }))).toMatchObject({ state: 'not_held', numbers: { count: 2 }, earliest: null })
    expect(judgeStricterLifted(zone({ stricterInArea: null }))).toMatchObject({ state: 'missing', why: 'area_missing', earliest: null })
    expect(judgeStricterLifted(zone()).state).toBe('held')
  })
})

describe('every clause', () => {
  const CLAUSES: RuleClause[] = [
    { type: 'quiet_days', days: 14 }, { type: 'contact_days', days: 14, strictly: true }, { type: 'full_round', from_day: 7 },
    { type: 'round_before_lift', days: 2 }, { type: 'round_series', on_days: [1, 3] }, { type: 'clearance' }, { type: 'stricter_lifted' },
    { type: 'kept_after_early_positive', first_days: 7, until_day: 14, round_day: 13 },
  ]
  it('is judged, and said in both languages without a gap', () => {
    const results = judgeClauses(CLAUSES, { today: 6, clock: 0 }, zone({ positives: [positive(3)], stricterInArea: 1 })).map(({ clause, finding }) => toClauseResult(clause, finding))
    expect(results.map(({ type, state, why }) => [type, state, why])).toEqual([
      ['quiet_days', 'not_held', 'days_remain'], ['contact_days', 'missing', 'contact_missing'], ['full_round', 'not_held', 'round_due'],
      ['round_before_lift', 'not_held', 'round_due'], ['round_series', 'missing', 'rounds_missing'], ['clearance', 'missing', 'clearance_missing'],
      ['stricter_lifted', 'not_held', 'zones_left'], ['kept_after_early_positive', 'not_held', 'kept_until'],
    ])
    for (const { text } of results) {
      expect(`${text.zh}${text.en}`).not.toMatch(/\{|undefined|NaN/)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
    expect(results[0]?.text).toEqual({ zh: '14 天无新增：自 1970-01-01 起第 6 天，还差 8 天', en: '14 quiet days: day 6 since 1970-01-01, 8 to go' })
  })
})
