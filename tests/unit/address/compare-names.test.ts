import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, mayFit } from '#shared/address/compare-names.ts'

// few letters, so that many of the names share some
const name = fc.string({ unit: fc.constantFrom(...'人民路解放街李家村'), minLength: 1, maxLength: 9 })

describe('the cheap test before names are compared', () => {
  it('lets no name go that would have scored enough', () => {
    fc.assert(fc.property(name, name, fc.constantFrom(0.3, 0.45, 0.6, 0.8), (query, other, least) => {
      if (!mayFit(query, other, least)) expect(compareNames(query, other, null).score).toBeLessThan(least)
    }), { seed: 20220316, numRuns: 5000 })
  })

  it('lets go what shares too few letters', () => {
    expect(mayFit('人民东路', '解放西街', 0.45)).toBe(false)
    expect(mayFit('李家村', '王家沟', 0.45)).toBe(false)
    expect(mayFit('李家村', '槐家村', 0.45)).toBe(true)
  })
})
