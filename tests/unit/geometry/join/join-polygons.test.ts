import fc from 'fast-check'
import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { joinPolygons } from '#shared/geometry/join/join-polygons.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { preparedContains } from '#shared/geometry/prepared-contains.ts'
import { validateArea } from '#shared/geometry/validate-area.ts'

/** The grid's step: the roughest rounding there is. */
const STEP = 1e-7
const at = (x: number, y: number, unit: number): Position => [x, y].map((steps) => Math.round(steps * (unit / STEP)) / 1e7)
const box = (x: number, y: number, width: number, height: number, unit = 1e-3): Position[][] =>
  [[at(x, y, unit), at(x + width, y, unit), at(x + width, y + height, unit), at(x, y + height, unit), at(x, y, unit)]]
const ringsOf = (polygons: Position[][][]) => joinPolygons(polygons).coordinates.map((rings) => rings.map((ring) => ring.length - 1))
const faultsOf = (polygons: Position[][][]) => {
  const joined = joinPolygons(polygons)
  // slivers narrower than the grid are nothing
  if (joined.coordinates.length === 0) return []
  const checked = validateArea(joined, { minAreaM2: 0 })
  return checked.ok ? [] : checked.faults
}

const boxes = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 14 })
const corner = fc.tuple(fc.nat(30), fc.nat(30))
const triangles = fc
  .array(fc.tuple(corner, corner, corner), { minLength: 1, maxLength: 12 })
  .map((list) => list.filter(([a, b, c]) => (b[0] - a[0]) * (c[1] - a[1]) !== (b[1] - a[1]) * (c[0] - a[0])))

describe('polygons joined', () => {
  it('hold what any of the boxes holds and nothing else, shared edges and all', () => {
    fc.assert(fc.property(boxes, (list) => {
      const polygons = list.map(([x, y, width, height]) => box(x, y, width, height))
      const joined = prepareArea(joinPolygons(polygons))
      for (let x = 0; x < 15; x++)
        for (let y = 0; y < 15; y++) {
          const covered = list.some(([left, low, width, height]) => x >= left && x < left + width && y >= low && y < low + height)
          if (preparedContains(joined, (x + 0.5) * 1e-3, (y + 0.5) * 1e-3) !== covered) expect.fail(`${x}, ${y}`)
        }
      expect(faultsOf(polygons)).toEqual([])
    }), { seed: 6, numRuns: 100 })
  })

  it('are valid where every crossing is rounded to the nearest of few places', () => {
    let grown = 0
    fc.assert(fc.property(triangles, (list) => {
      fc.pre(list.length > 0)
      const polygons = list.map((corners) => [[...corners, corners[0]].map(([x, y]) => at(x, y, STEP))])
      grown += joinPolygons(polygons).coordinates.length
      expect(faultsOf(polygons)).toEqual([])
    }), { seed: 7, numRuns: 500 })
    expect(grown).toBeGreaterThan(500)
  })

  it('that touch in a corner stay apart, and holes that do are two', () => {
    expect(ringsOf([box(0, 0, 1, 1), box(1, 1, 1, 1)])).toEqual([[4], [4]])
    const frame = [box(0, 0, 4, 1), box(0, 3, 4, 1), box(0, 0, 1, 4), box(3, 0, 1, 4)]
    expect(ringsOf(frame)).toEqual([[4 + 8, 4]])
    expect(ringsOf([...frame, box(1, 1, 1, 1), box(2, 2, 1, 1)])[0]!.slice(1)).toHaveLength(2)
  })

  it('keep the holes of a polygon, and cut one in two where a strip runs through it', () => {
    const holed = [box(0, 0, 9, 9)[0]!, box(3, 3, 3, 3)[0]!]
    expect(ringsOf([holed])).toEqual([[4, 4]])
    expect(ringsOf([holed, box(4, 2, 1, 5)])).toEqual([[4, 4, 4]])
    expect(ringsOf([holed, box(2, 2, 5, 5)])).toEqual([[4]])
    expect(ringsOf([holed, box(4, 4, 1, 1)])).toEqual([[4], [4, 4]])
  })
})
