import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateZone } from '#shared/rules/evaluate-zone.ts'
import { dateOfDay, dayOfDate } from '#shared/rules/shanghai-day.ts'
import type { TestRound, ZoneInputs } from '#shared/rules/zone-inputs.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import { pack, packIds } from './pack.ts'

// a zone begun on day 0, looked at within 40 days; day numbers are small here, so that failures read easily

const PACKS = packIds().map(pack)
const day = fc.integer({ min: 0, max: 40 })
const round: fc.Arbitrary<TestRound> = fc
  .record({ day, sampled: fc.integer({ min: 95, max: 100 }), open: fc.constantFrom(0, 0, 0, 3) })
  .map(({ day, sampled, open }) => ({ day, expected: 100, sampled, negative: sampled - open, positive: 0 }))
const full = (on: number): TestRound => ({ day: on, expected: 100, sampled: 100, negative: 100, positive: 0 })
const inputs: fc.Arbitrary<ZoneInputs> = fc.record({
  kind: fc.constantFrom(...ZONE_KINDS),
  startDay: fc.constant(5),
  stepDownDay: fc.option(fc.constant(5)),
  positives: fc.array(day.map((on) => ({ day: on, answered: false })), { maxLength: 3 }),
  rounds: fc.array(round, { maxLength: 8 }),
  lastContactDay: fc.option(day),
  noContacts: fc.boolean(),
  clearanceDay: fc.constant(null),
  stricterInArea: fc.constantFrom(0, 0, 1),
})
const scene = fc.record({ of: fc.constantFrom(...PACKS), zone: inputs, today: fc.integer({ min: 40, max: 50 }), at: day })
const RUNS = { seed: 20220613, numRuns: 3000 }

const earliest = (of: (typeof PACKS)[number], zone: ZoneInputs, today: number): number | null => {
  const date = evaluateZone(of, of.id, zone, today).earliest
  return date === null ? null : dayOfDate(date)
}

describe('the earliest day', () => {
  it('is never brought forward by a positive, wherever it is entered', () => {
    fc.assert(
      fc.property(scene, ({ of, zone, today, at }) => {
        const before = earliest(of, zone, today)
        const after = earliest(of, { ...zone, positives: [...zone.positives, { day: at, answered: false }] }, today)
        if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before)
      }),
      RUNS,
    )
  })

  it('is never brought forward by another contact, nor put off by a full negative round', () => {
    fc.assert(
      fc.property(scene, ({ of, zone, today, at }) => {
        const before = earliest(of, zone, today)
        const contact = earliest(of, { ...zone, lastContactDay: Math.max(at, zone.lastContactDay ?? at) }, today)
        const tested = earliest(of, { ...zone, rounds: [...zone.rounds, full(at)] }, today)
        if (before !== null && contact !== null && zone.lastContactDay !== null) expect(contact).toBeGreaterThanOrEqual(before)
        if (before !== null && tested !== null) expect(tested).toBeLessThanOrEqual(before)
      }),
      RUNS,
    )
  })

  it('is never before the quiet days are over, whatever the rounds say', () => {
    fc.assert(
      fc.property(scene, ({ of, zone, today }) => {
        const { clock, earliest, clauses } = evaluateZone(of, of.id, { ...zone, rounds: Array.from({ length: 50 }, (_, n) => full(n)) }, today)
        const quiet = clauses.find(({ type }) => type === 'quiet_days')?.numbers['days']
        if (clock !== null && earliest !== null && typeof quiet === 'number') expect(dayOfDate(earliest) - dayOfDate(clock)).toBeGreaterThanOrEqual(quiet)
      }),
      RUNS,
    )
  })

  it('is the day: with a full negative round on each day the zone is ready on it, and on none before', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 45 }), ({ of, zone }, today) => {
        const known = { ...zone, positives: zone.positives.filter(({ day }) => day <= today), rounds: zone.rounds.filter(({ day }) => day <= today) }
        const day = earliest(of, known, today)
        if (day === null) return
        const to = Math.max(day, today)
        const tested = (until: number): ZoneInputs => ({
          ...known,
          rounds: [...known.rounds, ...Array.from({ length: until - today + 1 }, (_, n) => full(today + n))],
        })
        expect(evaluateZone(of, of.id, tested(to), to).status, dateOfDay(to)).toBe('ready')
        for (let before = today; before < day; before++) expect(evaluateZone(of, of.id, tested(before), before).status).not.toBe('ready')
      }),
      { ...RUNS, numRuns: 1500 },
    )
  })
})

describe('readiness', () => {
  it('joins its clauses: not ready before missing before ready, and the days left are those to the earliest', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(scene, ({ of, zone, today }) => {
        const { status, clauses, earliest, days_left: left } = evaluateZone(of, of.id, zone, today)
        seen.add(status)
        const states = clauses.map(({ state }) => state)
        expect(status).toBe(states.length === 0 ? 'no_rule' : states.includes('not_held') ? 'not_ready' : states.includes('missing') ? 'evidence_missing' : 'ready')
        expect(left).toBe(earliest === null ? null : Math.max(0, dayOfDate(earliest) - today))
        if (status === 'ready') expect(left).toBe(0)
        if (status === 'evidence_missing' && earliest !== null) expect(dayOfDate(earliest)).toBeGreaterThanOrEqual(today)
      }),
      RUNS,
    )
    expect([...seen].sort()).toEqual(['evidence_missing', 'no_rule', 'not_ready', 'ready'])
  })

  it('calls for sealing exactly where a controlled zone has a positive without a decision', () => {
    fc.assert(
      fc.property(scene, fc.boolean(), ({ of, zone, today }, answered) => {
        const marked = { ...zone, stepDownDay: null, positives: zone.positives.map((positive) => ({ ...positive, answered })) }
        const { alarm } = evaluateZone(of, of.id, marked, today)
        expect(alarm !== null).toBe(zone.kind === 'controlled' && zone.positives.length > 0 && !answered)
      }),
      RUNS,
    )
  })
})
