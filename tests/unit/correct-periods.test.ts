import { describe, expect, it } from 'vitest'
import { correctPeriods, type HeldPeriod } from '#shared/time/correct-periods.ts'

const at = (hour: number) => `2022-03-16T${String(hour).padStart(2, '0')}:00:00.000Z`
const held = (version: number, from: number, to: number | null, endedBy: HeldPeriod['endedBy']): HeldPeriod =>
  ({ version, from: at(from), to: to === null ? null : at(to), endedBy })
const FIRST = held(1, 8, 12, 'superseded')
const OPEN = held(2, 12, null, null)

describe('correcting when a version held', () => {
  it('ends what was still open, and moves a beginning', () => {
    expect(correctPeriods([FIRST, OPEN], 2, at(12), at(15))).toEqual({ ok: true, changed: [{ before: OPEN, after: held(2, 12, 15, 'lifted') }] })
    expect(correctPeriods([FIRST, OPEN], 2, at(14), null)).toEqual({ ok: true, changed: [{ before: OPEN, after: held(2, 14, null, null) }] })
  })

  it('takes time from the version that it overlaps, and no more', () => {
    expect(correctPeriods([FIRST, OPEN], 2, at(10), null)).toEqual({
      ok: true, changed: [{ before: FIRST, after: held(1, 8, 10, 'superseded') }, { before: OPEN, after: held(2, 10, null, null) }],
    })
    expect(correctPeriods([FIRST, OPEN], 1, at(8), at(13))).toEqual({
      ok: true, changed: [{ before: OPEN, after: held(2, 13, null, null) }, { before: FIRST, after: held(1, 8, 13, 'superseded') }],
    })
  })

  it.each([
    ['correction_no_version', 3, 8, 9],
    ['correction_backwards', 1, 9, 9],
    ['correction_nothing', 1, 8, 12],
    ['correction_reopens', 1, 8, null],
    ['correction_swallows', 2, 8, null],
    ['correction_splits', 1, 13, 14],
    ['correction_order', 2, 5, 6],
  ] as const)('refuses: %s', (reason, version, from, to) => {
    expect(correctPeriods([FIRST, OPEN], version, at(from), to === null ? null : at(to))).toMatchObject({ ok: false, reason })
  })
})
