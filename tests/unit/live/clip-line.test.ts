import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipLine } from '../../../server/live/tiles/clip-line.ts'

describe('clipLine', () => {
  it('leaves what is inside, drops what is outside, cuts what crosses', () => {
    const inside = [10, 10, 20, 20]
    expect(clipLine(inside, 0, 100)[0]).toBe(inside)
    expect(clipLine([110, 10, 120, 20], 0, 100)).toEqual([])
    expect(clipLine([-50, 50, 150, 50], 0, 100)).toEqual([[0, 50, 100, 50]])
    expect(clipLine([-50, -50, -40, 300, 300, 300], 0, 100)).toEqual([])
  })

  it('gives two pieces of a line that leaves and comes back', () => {
    expect(clipLine([50, 50, 50, 150, 60, 150, 60, 50], 0, 100)).toEqual([[50, 50, 50, 100], [60, 100, 60, 50]])
  })

  it('keeps of a line along an axis just what lies inside', () => {
    const at = fc.integer({ min: -200, max: 300 })
    fc.assert(
      fc.property(at, at, at, (x0, x1, y) => {
        const pieces = clipLine([x0, y, x1, y], 0, 100)
        const [west, east] = [Math.max(0, Math.min(x0, x1)), Math.min(100, Math.max(x0, x1))]
        const isIn = y >= 0 && y <= 100 && west < east
        expect(pieces).toEqual(isIn ? [x0 < x1 ? [west, y, east, y] : [east, y, west, y]] : x0 === x1 && pieces.length > 0 ? [[x0, y, x1, y]] : [])
      }),
      { seed: 11 },
    )
  })
})
