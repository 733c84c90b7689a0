import { describe, expect, it } from 'vitest'
import { ringArea2, toTilePolygon, toWhole } from '../../../server/live/tiles/rings.ts'
import type { Path } from '../../../server/live/tiles/path.ts'

const clockwise: Path = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
]

describe('rings of a tile', () => {
  it('wind as a vector tile wants them, whichever way they came', () => {
    expect(ringArea2(clockwise)).toBe(200)
    const hole: Path = [
      [2, 2],
      [4, 2],
      [4, 4],
      [2, 4],
      [2, 2],
    ]
    for (const outer of [clockwise, [...clockwise].reverse()]) {
      for (const inner of [hole, [...hole].reverse()]) {
        expect(toTilePolygon([outer, inner])!.map((ring) => Math.sign(ringArea2(ring)))).toEqual([1, -1])
      }
    }
  })

  it('lose what has no area left: a hole alone, or the whole polygon', () => {
    expect(
      toTilePolygon([
        clockwise,
        [
          [2, 2],
          [2.1, 2],
          [2.1, 2.1],
          [2, 2],
        ],
      ]),
    ).toHaveLength(1)
    expect(
      toTilePolygon([
        [
          [0, 0],
          [0.2, 0],
          [0.2, 0.2],
          [0, 0],
        ],
      ]),
    ).toBeNull()
    expect(
      toTilePolygon([
        [
          [0, 0],
          [9, 0],
          [18, 0],
          [0, 0],
        ],
      ]),
    ).toBeNull()
  })

  it('stand on whole units, none twice in a row', () => {
    expect(
      toWhole([
        [0.4, 0],
        [0.2, 0.4],
        [1.6, 0],
      ]),
    ).toEqual([
      [0, 0],
      [2, 0],
    ])
  })
})
