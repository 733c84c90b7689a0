import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ringAt } from '../../../server/live/tiles/ring-at.ts'
import { vertexZooms } from '../../../server/live/tiles/vertex-zooms.ts'

type Path = [number, number][]
const Z = 12

/** What is left of a path in the units of zoom 12. */
function drawn(path: Path): Path {
  const world = Int32Array.from(path.flat(), (at) => at * 2 ** (16 - Z))
  const flat = ringAt({ path: world, zooms: vertexZooms(world) }, Z, 0, 0)
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!])
}

describe('vertexZooms', () => {
  it('leaves out what strays no more than three units, and nothing else', () => {
    const line: Path = [
      [0, 0],
      [10, 1],
      [20, 0],
      [30, 12],
      [40, 0],
      [50, 1],
      [60, 0],
    ]
    expect(drawn(line)).toEqual([
      [0, 0],
      [20, 0],
      [30, 12],
      [40, 0],
      [60, 0],
    ])
    expect(drawn(line.map(([x, y]) => [x, y / 5]))).toEqual([
      [0, 0],
      [60, 0],
    ])
    expect(drawn(line.map(([x, y]) => [x * 4, y * 4]))).toHaveLength(line.length)
  })

  it('keeps the ends, and every vertex within the tolerance of what is kept', () => {
    const path = fc.array(fc.tuple(fc.integer({ min: 0, max: 4096 }), fc.integer({ min: 0, max: 4096 })), {
      minLength: 5,
      maxLength: 60,
    })
    fc.assert(
      fc.property(path, (points) => {
        const kept = drawn(points)
        expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)])
        for (const p of points)
          expect(Math.min(...kept.slice(1).map((b, i) => distance(p, kept[i]!, b)))).toBeLessThanOrEqual(3 + 1e-9)
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
