import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipRing } from '../../../server/live/tiles/clip.ts'
import { flatArea2 } from '../../../server/live/tiles/ring-at.ts'

const square = (west: number, north: number, east: number, south: number): number[] =>
  [west, north, east, north, east, south, west, south, west, north]

describe('clipRing', () => {
  it('leaves what is inside, drops what is outside, cuts what crosses', () => {
    const inside = square(10, 10, 20, 20)
    expect(clipRing(inside, 0, 100)).toBe(inside)
    expect(clipRing(square(110, 10, 120, 20), 0, 100)).toEqual([])
    expect(Math.abs(flatArea2(clipRing(square(-50, 20, 50, 40), 0, 100)))).toBe(2 * 50 * 20)
    expect(Math.abs(flatArea2(clipRing(square(-50, -50, 150, 150), 0, 100)))).toBe(2 * 100 * 100)
  })

  it('gives a closed ring within the square, of the area that a rectangle shares with it', () => {
    const at = fc.integer({ min: -200, max: 300 })
    fc.assert(
      fc.property(at, at, at, at, (x0, y0, x1, y1) => {
        const [west, east, north, south] = [Math.min(x0, x1), Math.max(x0, x1), Math.min(y0, y1), Math.max(y0, y1)]
        const cut = clipRing(square(west, north, east, south), 0, 100)
        const width = Math.max(0, Math.min(east, 100) - Math.max(west, 0))
        const height = Math.max(0, Math.min(south, 100) - Math.max(north, 0))
        expect(Math.abs(flatArea2(cut))).toBeCloseTo(2 * width * height, 6)
        expect(cut.every((at) => at >= 0 && at <= 100)).toBe(true)
        expect(cut.slice(-2)).toEqual(cut.slice(0, 2))
      }),
      { seed: 7 },
    )
  })
})
