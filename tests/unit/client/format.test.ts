import { describe, expect, it } from 'vitest'
import { formatArea, formatMoment, formatNumber, formatPlace, formatSpan } from '../../../client/i18n/format.ts'

describe('numbers as people read them', () => {
  it('separates thousands and picks the unit of an area', () => {
    expect(formatNumber(48210, 'zh')).toBe('48,210')
    expect([950, 25_000, 3_456_789].map((m2) => formatArea(m2, 'zh'))).toEqual(['950 m²', '2.5 公顷', '3.46 km²'])
    expect(formatArea(25_000, 'en')).toBe('2.5 ha')
  })

  it('tells spans in their largest unit', () => {
    expect([5, 89, 90, 7200, 200_000].map((s) => formatSpan(s, 'zh'))).toEqual(['5秒', '89秒', '1分钟', '2小时', '2天'])
    expect(formatSpan(200_000, 'en')).toBe('2 days')
  })

  it('leaves the year out when it is this one', () => {
    const now = new Date('2026-11-21T12:00:00')
    expect(formatMoment('2026-11-20T08:05:00', 'zh', now)).not.toContain('2026')
    expect(formatMoment('2025-11-20T08:05:00', 'zh', now)).toContain('2025')
  })

  it('says places latitude first with the hemisphere', () => {
    expect(formatPlace(109.5, -34.25)).toBe('34.25000°S  109.50000°E')
  })
})
