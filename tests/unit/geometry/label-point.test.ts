import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { containsPoint } from '#shared/geometry/contains-point.ts'
import { labelPoint } from '#shared/geometry/label-point.ts'
import { seeded, square, star } from './random.ts'

describe('labelPoint', () => {
  it('takes the thick part of a ring, not the hole in its middle', () => {
    const ring: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 10), square(1, 1, 5)] }
    const [x, y] = labelPoint(ring)
    expect(Math.min(x, y)).toBeGreaterThan(0)
    expect(Math.max(x, y)).toBeGreaterThan(7)
    expect(containsPoint(ring, x, y)).toBe(true)
  })

  it('takes the largest part', () => {
    const [x] = labelPoint({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 0, 3)]] })
    expect(x).toBeGreaterThan(5)
  })

  it('finds the inside of a hair-thin slanting strip', () => {
    const strip: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [1, 0.001], [1, 0.0010001], [0, 1e-7], [0, 0]]] }
    expect(containsPoint(strip, ...labelPoint(strip))).toBe(true)
  })

  it('lies inside any star with a hole', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 4, max: 60 }), (seed, corners) => {
        const shell = star(seeded(seed), [109, 34], 1, corners)
        const area: Polygon = { type: 'Polygon', coordinates: [shell, square(108.9, 33.9, 0.15)] }
        expect(containsPoint(area, ...labelPoint(area))).toBe(true)
      }),
      { seed: 6 },
    )
  })
})
