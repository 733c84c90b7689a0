import { describe, expect, it } from 'vitest'
import type { TimelineMark } from '#shared/schema/timeline.ts'
import { dayLabels, neighbourMark, placedMarks, scaleOf } from '../../../client/panels/moment/timeline-scale.ts'
import { parseMoment, withMoment } from '../../../client/state/url.ts'

const NOW = Date.parse('2026-11-21T10:00:00Z')
const HOUR = 3_600_000
const mark = (hours: number, more: Partial<TimelineMark> = {}): TimelineMark => ({
  at: new Date(NOW + hours * HOUR).toISOString(), verb: 'published', zone_id: '990101-S-0001', kind: 'sealed', name: '甲', name_en: null, planned: false, ...more,
})

describe('the time line', () => {
  it('ends now, or after the last thing planned', () => {
    expect(scaleOf(NOW, 7, [mark(-5)])).toMatchObject({ start: NOW - 7 * 24 * HOUR, end: NOW, now: NOW })
    const planned = scaleOf(NOW, 7, [mark(30, { planned: true })])
    expect(planned.end).toBeGreaterThan(NOW + 30 * HOUR)
    expect(planned.part(NOW)).toBeLessThan(0.9)
  })

  it('draws marks that stand together as one, and none beyond its ends', () => {
    const scale = scaleOf(NOW, 7, [])
    const placed = placedMarks([mark(-24), mark(-24.1), mark(-72), mark(-24 * 8)], scale)
    expect(placed.map(({ count }) => count)).toEqual([2, 1])
    expect(placed[0]!.part).toBeCloseTo(6 / 7, 2)
  })

  it('names days where there is room', () => {
    const labels = dayLabels(scaleOf(NOW, 90, []), 10)
    expect(labels.length).toBeGreaterThan(5)
    expect(labels.length).toBeLessThanOrEqual(10)
    for (const { at, part } of labels) expect([at.getHours(), part >= 0 && part <= 1]).toEqual([0, true])
    expect(labels.at(-1)!.part).toBeLessThanOrEqual(0.9)
  })

  it('finds the change before and after', () => {
    const marks = [mark(-30), mark(-10), mark(-2)]
    expect(neighbourMark(marks, NOW, -1)).toBe(NOW - 2 * HOUR)
    expect(neighbourMark(marks, NOW - 10 * HOUR, -1)).toBe(NOW - 30 * HOUR)
    expect(neighbourMark(marks, NOW - 10 * HOUR, 1)).toBe(NOW - 2 * HOUR)
    expect(neighbourMark(marks, NOW, 1)).toBeNull()
  })

  it('stands in the address of the page, and goes from it', () => {
    const at = new Date('2026-11-20T12:00:00.000Z')
    const hash = withMoment('#map=10.00/34.00000/109.00000', at, true)
    expect(hash).toBe('#map=10.00/34.00000/109.00000&at=2026-11-20T12:00:00.000Z&known=then')
    expect(parseMoment(hash)).toEqual({ at, asThen: true })
    expect(parseMoment('', '?at=2026-11-20T12:00:00Z')).toEqual({ at, asThen: false })
    expect(parseMoment('#at=yesterday')).toEqual({ at: null, asThen: false })
    expect(withMoment('#x', null, false)).toBe('#x')
  })
})
