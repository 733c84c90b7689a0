import { describe, expect, it } from 'vitest'
import { GEOMETRY_FAULT_CODES, type GeometryFault } from '#shared/geometry/fault.ts'
import { faultText } from '#shared/geometry/fault-text.ts'

const FAULT: GeometryFault = {
  code: 'self_crossing',
  polygon: 0,
  ring: 1,
  vertex: 4,
  other: { polygon: 0, ring: 1, vertex: 9 },
  at: [109.51, 34.5],
}

describe('faultText', () => {
  it('names the place, counting from 1, in English', () => {
    expect(faultText(FAULT, 'en')).toEqual({
      title: 'The outline crosses itself',
      place: 'part 1, ring 2 (hole 1), point 5 and point 10, at 109.51, 34.5',
      fix: 'Move the points near the crossing until the line no longer runs through itself.',
    })
  })

  it('names the place, counting from 1, in Chinese', () => {
    expect(faultText(FAULT, 'zh')).toEqual({
      title: '边界与自己交叉',
      place: '第 1 部分 第 2 环（第 1 个洞） 第 5 点 与 第 10 点，位于 109.51, 34.5',
      fix: '请移动交叉处附近的点，使边界不再穿过自己。',
    })
  })

  it('names both rings where two meet', () => {
    const fault: GeometryFault = { ...FAULT, code: 'parts_overlap', other: { polygon: 2, ring: 0, vertex: 0 } }
    expect(faultText(fault, 'en').place).toContain('point 5 and part 3, ring 1 (outline), point 1, at')
  })

  it('fills in limits and values', () => {
    const { title } = faultText({ code: 'too_large', limit: 1e12, value: 2_459_276_012_089.6 }, 'en')
    expect(title).toBe('The area is too large: 2,459,280,000,000 m², at most 1,000,000,000,000 m²')
    expect(faultText({ code: 'missing' }, 'zh').place).toBe('')
  })

  it('has words for every code in both languages, all different', () => {
    for (const lang of ['zh', 'en'] as const) {
      const texts = GEOMETRY_FAULT_CODES.map((code) => faultText({ code, limit: 1, value: 2 }, lang))
      expect(new Set(texts.map(({ title }) => title)).size).toBe(GEOMETRY_FAULT_CODES.length)
      expect(new Set(texts.map(({ fix }) => fix)).size).toBe(GEOMETRY_FAULT_CODES.length)
      for (const { title, fix } of texts) {
        expect(`${title}${fix}`).not.toMatch(/[{}]/)
        expect(/\p{Script=Han}/u.test(title)).toBe(lang === 'zh')
        expect(/\p{Script=Han}/u.test(fix)).toBe(lang === 'zh')
      }
    }
  })
})
