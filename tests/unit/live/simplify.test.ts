import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Path } from '../../../server/live/tiles/clip.ts'
import { simplify as simplifyFlat } from '../../../server/live/tiles/simplify.ts'

const simplify = (path: Path, tolerance: number): Path => {
  const flat = simplifyFlat(Int32Array.from(path.flat()), tolerance)
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!])
}

describe('simplify', () => {
  it('leaves out what strays less than the tolerance, and nothing else', () => {
    const line: Path = [
      [0, 0],
      [10, 1],
      [20, 0],
      [30, 12],
      [40, 0],
      [50, 1],
      [60, 0],
    ]
    expect(simplify(line, 3)).toEqual([
      [0, 0],
      [20, 0],
      [30, 12],
      [40, 0],
      [60, 0],
    ])
    expect(simplify(line, 100)).toEqual([
      [0, 0],
      [60, 0],
    ])
    expect(simplify(line, 0.1)).toEqual(line)
  })

  it('keeps the ends, and every vertex within the tolerance of what is kept', () => {
    const path = fc.array(fc.tuple(fc.integer({ min: 0, max: 4096 }), fc.integer({ min: 0, max: 4096 })), {
      minLength: 5,
      maxLength: 60,
    })
    fc.assert(
      fc.property(path, (points) => {
        const kept = simplify(points, 5)
        expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)])
        for (const p of points)
          expect(Math.min(...kept.slice(1).map((b, i) => distance(p, kept[i]!, b)))).toBeLessThanOrEqual(5 + 1e-9)
      }),
      { seed: 7 },
    )
  })
})

function distance([px, py]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
  return Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay))
}
