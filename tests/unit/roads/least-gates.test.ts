import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { areaM2 } from '#shared/geometry/area-m2.ts'
import { asMultiPolygon } from '#shared/geometry/as-multi-polygon.ts'
import { containsPoint } from '#shared/geometry/contains-point.ts'
import { auditCrossings } from '#shared/roads/audit.ts'
import { leastGates, type LeastGatesAsked } from '#shared/roads/least-gates.ts'
import { placeAlong } from '#shared/roads/place-along.ts'
import { sealedLine } from '#shared/roads/sealed-line.ts'
import { at, graphOf, type Drawn } from './make-roads.ts'

const SQUARE: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]].map(([x, y]) => at(x!, y!))] }
const ASKED: LeastGatesAsked = { maxOutM: 500, by: 'gates', fixed: [] }

// Three lanes leave the square to the east, end on one street two steps (180 m) out, and one bridge leads on from there.
//
//   ├──────┐
//   ├──────┼──── bridge ────
//   ├──────┘
//   10     12
const EAST: Drawn[] = [
  { line: [[5, 4], [12, 4]] }, { line: [[5, 5], [12, 5]] }, { line: [[5, 6], [12, 6]] }, { line: [[5, 4], [5, 5], [5, 6]] },
  { line: [[12, 4], [12, 5], [12, 6]] }, { line: [[12, 5], [14, 5]], bridge: true }, { line: [[14, 5], [40, 5]], class: 'primary' },
]
const seal = (roads: Drawn[], asked: Partial<LeastGatesAsked> = {}) => {
  const graph = graphOf(...roads)
  const least = leastGates(graph, SQUARE, { ...ASKED, ...asked })
  if (!least.ok) throw new Error(least.reason)
  return { graph, ...least }
}

describe('the least gate set', () => {
  it('moves the line out to where fewer roads leave, and no farther than it may', () => {
    const { graph, drawn, gates, within } = seal(EAST)
    expect([drawn.length, gates.length]).toEqual([3, 1])
    expect(graph.use[gates[0]!.road]! & 16).toBe(16)
    expect(within).toHaveLength(5)
    const near = seal(EAST, { maxOutM: 100 })
    expect([near.gates, near.within]).toEqual([near.drawn, []])
  })

  it('has a sealed line that holds the area and the ground between, and that the gates close', () => {
    const { graph, gates, within } = seal(EAST)
    const line = sealedLine(graph, asMultiPolygon(SQUARE)!, { within, gates })
    expect(areaM2(line)).toBeGreaterThan(areaM2(SQUARE))
    expect(containsPoint(line, ...at(12, 5.5))).toBe(true)
    // the blocks between the lanes too
    expect(containsPoint(line, ...at(11, 4.5))).toBe(true)
    const { crossings } = auditCrossings(graph, line, [])
    expect(crossings.map(({ bridge }) => bridge)).toEqual([true])
    const [lng, lat] = placeAlong(graph, gates[0]!.at)
    expect(crossings[0]!.at[0]).toBeCloseTo(lng, 6)
    expect(crossings[0]!.at[1]).toBeCloseTo(lat, 6)
  })

  it('takes in a road that leaves and comes back without a junction: it needs no gate', () => {
    const roads: Drawn[] = [...EAST, { line: [[5, 5], [5, 12], [7, 12], [7, 5], [5, 5]] }]
    const { graph, drawn, gates, within } = seal(roads)
    expect([drawn.length, gates.length]).toEqual([5, 1])
    const line = sealedLine(graph, asMultiPolygon(SQUARE)!, { within, gates })
    expect(containsPoint(line, ...at(6, 12))).toBe(true)
    expect(auditCrossings(graph, line, []).ring.total).toBe(1)
  })

  it('weighs posts where it is asked to, and never cuts a motorway', () => {
    const roads: Drawn[] = [
      { line: [[5, 4], [12, 4]], class: 'footway' }, { line: [[5, 6], [12, 6]], class: 'footway' }, { line: [[5, 4], [5, 6]] },
      { line: [[12, 4], [12, 6]] }, { line: [[12, 6], [40, 6]], class: 'primary' },
    ]
    expect(seal(roads).gates).toHaveLength(1)
    expect(seal(roads, { by: 'posts' }).gates).toHaveLength(2)
    // where no vehicle comes a gate costs as little as on a footway
    expect(seal([...roads.slice(0, 4), { line: [[12, 6], [40, 6]], class: 'primary', tags: { motor_vehicle: 'no', emergency: 'no' } }], { by: 'posts' }).gates).toHaveLength(1)
    const motorway = [...roads.slice(0, 4), { line: [[12, 6], [40, 6]], class: 'motorway' } as Drawn]
    const ramps = seal(motorway)
    expect(ramps.gates).toHaveLength(2)
    expect(ramps.gates.every(({ road }) => road !== 4)).toBe(true)
  })

  it('keeps the gates that are fixed, and says which is on no road that leads out', () => {
    const { gates } = seal(EAST, { fixed: [at(10, 6)] })
    expect(gates).toHaveLength(3)
    const off = leastGates(graphOf(...EAST), SQUARE, { ...ASKED, fixed: [at(30, 30)] })
    expect(off).toMatchObject({ ok: false, reason: 'fixed_off_road', at: at(30, 30) })
  })

  it('never takes in a hole, where a stricter zone lies', () => {
    const hole = [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]].map(([x, y]) => at(x!, y!))
    const ring: Polygon = { type: 'Polygon', coordinates: [SQUARE.coordinates[0]!, hole] }
    const roads: Drawn[] = [{ line: [[2, 4.5], [5, 4.5]] }, { line: [[2, 5.5], [5, 5.5]] }, { line: [[5, 4.5], [5, 5.5]] }, { line: [[2, 4.5], [2, 5.5]] }]
    const least = leastGates(graphOf(...roads), ring, ASKED)
    expect(least.ok && [least.drawn.length, least.gates.length, least.within]).toEqual([2, 2, []])
    const filled = leastGates(graphOf(...roads), SQUARE, ASKED)
    expect(filled.ok && filled.drawn).toEqual([])
  })

  it('cuts on both sides a road that comes in and goes out without a junction', () => {
    const { drawn, gates } = seal([{ line: [[-30, 5], [40, 5]] }])
    expect([drawn.length, gates.length]).toEqual([2, 2])
  })
})
