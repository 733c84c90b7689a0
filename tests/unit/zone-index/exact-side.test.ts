import { exactSide } from '#shared/zone-index/exact-side.ts'
import { describe, expect, it } from 'vitest'
import { ulpsFrom } from './adversarial-points.ts'

describe('exactSide', () => {
  it('tells left, right and on the line', () => {
    expect(Math.sign(exactSide(0, 0, 2, 0, 1, 1))).toBe(1)
    expect(Math.sign(exactSide(0, 0, 2, 0, 1, -1))).toBe(-1)
    expect(Math.abs(exactSide(109.5, 34.5, 110.5, 35.5, 110, 35))).toBe(0)
  })

  it('tells one unit of the last place from the line', () => {
    expect(Math.sign(exactSide(12, 12, 24, 24, 18, ulpsFrom(18, 1)))).toBe(1)
    expect(Math.sign(exactSide(12, 12, 24, 24, 18, ulpsFrom(18, -1)))).toBe(-1)
  })

  it('stays exact where products underflow', () => {
    const tiny = Number.MIN_VALUE
    expect(Math.sign(exactSide(0, 0, 3 * tiny, tiny, tiny, tiny))).toBe(1)
    expect(Math.sign(exactSide(0, 0, 3 * tiny, 2 * tiny, 3 * tiny, tiny))).toBe(-1)
    expect(Math.abs(exactSide(-tiny, -tiny, 0, 0, tiny, tiny))).toBe(0)
    expect(Math.sign(exactSide(0, 0, 1, 1, 1e-200, 2e-200))).toBe(1)
  })
})
