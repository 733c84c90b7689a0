import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { coveredFraction } from '#shared/geometry/covered-fraction.ts'
import { intersection } from '#shared/geometry/intersection.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { signedArea } from '#shared/geometry/ring-direction.ts'
import { seeded, square, star } from './random.ts'

describe('coveredFraction', () => {
  it.each([
    ['a quarter', [3, 3, 5, 5], 0.25],
    ['a half', [-1, 0.2, 1, 0.8], 0.5],
    ['nothing beside it', [5, 0, 6, 4], 0],
    ['nothing in the hole', [1.5, 1.5, 2.5, 2.5], 0],
    ['everything', [0.2, 0.2, 0.8, 3.8], 1],
    ['the whole area in a large box', [-2, -2, 6, 6], 12 / 64],
  ] as const)('%s', (_, [west, south, east, north], fraction) => {
    const doughnut: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 4), square(1, 1, 2)] }
    expect(coveredFraction(prepareArea(doughnut), west, south, east, north)).toBeCloseTo(fraction, 12)
  })

  it('equals the area of the intersection, for any star with a hole and any box', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 4, max: 80 }), (seed, corners) => {
        const random = seeded(seed)
        const hole = square(-0.1, -0.1, 0.2)
        const area: Polygon = { type: 'Polygon', coordinates: [star(random, [0, 0], 1, corners).toReversed(), hole] }
        const box = square(random() * 2 - 1, random() * 2 - 1, 0.05 + random())
        const common = intersection(area, { type: 'Polygon', coordinates: [box] })
        const rings = common?.coordinates.flat() ?? []
        const expected = rings.reduce((sum, ring) => sum + signedArea(ring), 0) / signedArea(box)
        const [[west, south], , [east, north]] = box as [[number, number], unknown, [number, number]]
        expect(coveredFraction(prepareArea(area), west, south, east, north)).toBeCloseTo(expected, 9)
      }),
      { seed: 4, numRuns: 60 },
    )
  })
})
