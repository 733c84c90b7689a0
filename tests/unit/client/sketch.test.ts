import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { addPart, cutHole, eraseRing, replaceRing, toGeometry, toSketch } from '../../../client/state/sketch.ts'
import { ringAt } from '../../../client/draw/erase-tool.ts'
import { validateArea } from '../../../server/shared/geometry/validate-area.ts'

const square = (west: number, south: number, size: number): Position[] =>
  [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]

describe('a sketch', () => {
  const two = addPart(addPart([], square(0, 0, 1)), square(2, 0, 1))

  it('composes parts and holes, each hole in the part that holds it', () => {
    const sketch = cutHole(cutHole(two, square(2.2, 0.2, 0.2)), square(0.2, 0.2, 0.2))
    expect(sketch.map((part) => part.length)).toEqual([2, 2])
    expect(validateArea(toGeometry(sketch)).ok).toBe(true)
    expect(toGeometry(toSketch(toGeometry(sketch)!))).toEqual(toGeometry(sketch))
  })

  it('lets a hole outside everything be named as a fault and does not mend it', () => {
    const checked = validateArea(toGeometry(cutHole(two, square(5, 5, 1))))
    expect(checked.ok === false && checked.faults.map((fault) => fault.code)).toContain('hole_outside_shell')
  })

  it('keeps seven decimals and shares no coordinates with what came in', () => {
    const ring: Position[] = [[0.123456789, 0], [1, 0], [1, 1], [0.123456789, 0]]
    const [[[first]]] = addPart([], ring) as [[[Position]]]
    expect(first).toEqual([0.1234568, 0])
    ring[1]![0] = 99
    expect(toGeometry(addPart([], square(0, 0, 1)))).not.toBeNull()
  })

  it('replaces and erases single rings; without its shell a part goes whole', () => {
    const holed = cutHole(two, square(0.2, 0.2, 0.2))
    expect(replaceRing(holed, { part: 1, ring: 0 }, square(3, 3, 1))[1]).toEqual([square(3, 3, 1)])
    expect(eraseRing(holed, { part: 0, ring: 1 })).toEqual(two)
    expect(eraseRing(holed, { part: 0, ring: 0 })).toEqual([[square(2, 0, 1)]])
    expect(toGeometry([])).toBeNull()
  })

  it('finds the hole before the part round it', () => {
    const holed = cutHole(two, square(0.2, 0.2, 0.2))
    expect(ringAt(holed, 0.3, 0.3)).toEqual({ part: 0, ring: 1 })
    expect(ringAt(holed, 0.8, 0.8)).toEqual({ part: 0, ring: 0 })
    expect(ringAt(holed, 2.5, 0.5)).toEqual({ part: 1, ring: 0 })
    expect(ringAt(holed, 9, 9)).toBeNull()
  })
})
