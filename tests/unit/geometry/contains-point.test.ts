import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { containsPoint } from '#shared/geometry/contains-point.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { preparedContains } from '#shared/geometry/prepared-contains.ts'
import { seeded, square, star } from './random.ts'

const doughnut: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 4), square(1, 1, 2)] }

describe('containsPoint', () => {
  it.each([
    ['between shell and hole', 0.5, 0.5, true],
    ['in the hole', 2, 2, false],
    ['outside', 5, 2, false],
    ['west of it, level with a corner', -1, 4, false],
    ['west of it, level with an edge', -1, 0, false],
    ['on the shell', 4, 2, true],
    ['on a corner of the shell', 4, 4, true],
    ['on the edge of the hole', 1, 2, true],
    ['on a corner of the hole', 3, 3, true],
  ])('%s', (_, x, y, inside) => {
    expect(containsPoint(doughnut, x, y)).toBe(inside)
    expect(preparedContains(prepareArea(doughnut), x, y)).toBe(inside)
  })

  it('tells a point on a slanting edge from its neighbours one step of the number line away', () => {
    const triangle: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [3, 1], [0, 1], [0, 0]]] }
    // 0.75, 0.25 lies on the edge exactly; floating-point cross products cannot see the difference of 2^-53
    expect(containsPoint(triangle, 0.75, 0.25)).toBe(true)
    expect(containsPoint(triangle, 0.75, 0.25 - 2 ** -54)).toBe(false)
    expect(containsPoint(triangle, 0.75 + 2 ** -53, 0.25)).toBe(false)
  })

  it('answers the same prepared, for any star and point', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 4, max: 200 }), (seed, corners) => {
        const random = seeded(seed)
        const shell = star(random, [0, 0], 1, corners)
        const area: Polygon = { type: 'Polygon', coordinates: [shell, square(-0.1, -0.1, 0.2)] }
        const prepared = prepareArea(area)
        const points = Array.from({ length: 50 }, (): [number, number] => [random() * 2 - 1, random() * 2 - 1])
        for (const [x, y] of [...points, ...shell]) {
          expect(preparedContains(prepared, x, y)).toBe(containsPoint(area, x, y))
        }
        for (const [x, y] of shell) expect(containsPoint(area, x, y)).toBe(true)
      }),
      { seed: 2 },
    )
  })
})
