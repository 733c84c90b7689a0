import { describe, expect, it } from 'vitest'
import { shortageOf } from '#shared/gates/shortage.ts'

const posts = (...all: [number, number][]) => all.map(([needed, assigned], i) => ({ duty: (['documents', 'traffic', 'disinfection'] as const)[i]!, needed, assigned }))

describe('the shortage of a gate', () => {
  it('is what is needed and not there, in each shift, in shifts, and together', () => {
    expect(shortageOf({ shifts: { needed: 3, assigned: 3 }, posts: posts([2, 2], [1, 1]) })).toEqual({ people: 0, shifts: 0, personShifts: 0 })
    expect(shortageOf({ shifts: { needed: 3, assigned: 2 }, posts: posts([2, 1], [1, 1]) })).toEqual({ people: 1, shifts: 1, personShifts: 9 - 4 })
    expect(shortageOf({ shifts: { needed: 2, assigned: 0 }, posts: posts([4, 4]) })).toEqual({ people: 0, shifts: 2, personShifts: 8 })
  })

  it('of one duty is not made up for by too many of another, nor by too many shifts', () => {
    expect(shortageOf({ shifts: { needed: 2, assigned: 5 }, posts: posts([1, 9], [2, 0]) })).toEqual({ people: 2, shifts: 0, personShifts: 4 })
  })
})
