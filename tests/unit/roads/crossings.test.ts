import { describe, expect, it } from 'vitest'
import type { Polygon } from 'geojson'
import { auditCrossings } from '#shared/roads/audit.ts'
import type { GatePoint } from '#shared/roads/checkpoint-roads.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { rawCrossings } from '#shared/roads/raw-crossings.ts'
import { at, graphOf, type Drawn } from './make-roads.ts'

/** The square from 0,0 to 10,10 and others, by corners. */
const area = (...corners: [number, number][]): Polygon => ({ type: 'Polygon', coordinates: [[...corners, corners[0]!].map(([x, y]) => at(x, y))] })
const SQUARE = area([0, 0], [10, 0], [10, 10], [0, 10])
const raw = (...roads: Drawn[]) => rawCrossings(graphOf(...roads), prepareArea(SQUARE))
const places = (...roads: Drawn[]) => auditCrossings(graphOf(...roads), SQUARE, []).crossings.map(({ at: [lng, lat] }) =>
  [(lng - 109.5) * 1e3, (lat - 34.5) * 1e3].map((n) => Math.round(n * 100) / 100))
const gate = (x: number, y: number, more: Partial<GatePoint> = {}): GatePoint => {
  const [lng, lat] = at(x, y)
  return { id: 1, kind: 'gate', state: 'staffed', greenLane: false, roadId: null, lng, lat, ...more }
}

describe('crossings', () => {
  it('are where a road goes through the edge, each time', () => {
    expect(places({ line: [[-5, 5], [15, 5]] })).toEqual([[0, 5], [10, 5]])
    expect(places({ line: [[5, 5], [15, 5]] })).toEqual([[10, 5]])
    expect(raw({ line: [[2, 2], [8, 8]] }, { line: [[-2, 2], [-8, 8]] })).toEqual([])
  })

  it('are not where a road touches: by a corner, by its end, by running along and turning back', () => {
    expect(raw({ line: [[2, 5], [0, 6], [2, 7]] })).toEqual([])
    expect(raw({ line: [[-2, 5], [0, 6], [-2, 7]] })).toEqual([])
    expect(raw({ line: [[-5, 5], [0, 5]] }, { line: [[5, 3], [0, 3]] })).toEqual([])
    expect(raw({ line: [[2, 2], [0, 3], [0, 6], [2, 7]] })).toEqual([])
    expect(raw({ line: [[-2, 10], [12, 10]] })).toEqual([])
    // through the corner of the square from outside to outside
    expect(raw({ line: [[-1, 1], [1, -1]] })).toEqual([])
  })

  it('are one where a road runs along the edge and leaves on the other side, at the outer end', () => {
    expect(places({ line: [[2, 2], [0, 3], [0, 6], [-2, 7]] })).toEqual([[0, 6]])
    expect(places({ line: [[-2, 2], [0, 3], [0, 6], [2, 7]] })).toEqual([[0, 3]])
  })

  it('are one through a corner of the area or of the road on the edge', () => {
    expect(places({ line: [[-2, -2], [2, 2]] })).toEqual([[0, 0]])
    expect(places({ line: [[-2, 5], [0, 5], [2, 5]] })).toEqual([[0, 5]])
  })

  it('are found where roads meet on the edge itself', () => {
    expect(places({ line: [[5, 5], [10, 5]] }, { line: [[10, 5], [15, 5]] })).toEqual([[10, 5]])
    // two roads outside, one inside: one gate
    expect(places({ line: [[5, 5], [10, 5]] }, { line: [[10, 5], [15, 4]] }, { line: [[10, 5], [15, 6]] })).toEqual([[10, 5]])
    // along the edge between two junctions
    expect(places({ line: [[5, 5], [10, 5]] }, { line: [[10, 5], [10, 7]] }, { line: [[10, 7], [15, 7]] })).toEqual([[10, 7]])
    expect(raw({ line: [[15, 5], [10, 5]] }, { line: [[10, 5], [10, 7]] }, { line: [[10, 7], [15, 7]] })).toEqual([])
  })

  it('are merged where a road wiggles, and none where it only looks out', () => {
    const wiggle: Drawn = { line: [[5, 5], [10.1, 5], [9.9, 5.05], [10.1, 5.1], [15, 5]] }
    expect(raw(wiggle)).toHaveLength(3)
    const [merged, ...rest] = auditCrossings(graphOf(wiggle), SQUARE, []).crossings
    expect([rest, merged?.passages]).toEqual([[], 3])
    const looksOut: Drawn = { line: [[5, 5], [9.95, 5], [10.05, 5.05], [9.95, 5.1], [5, 6]] }
    expect([raw(looksOut).length, places(looksOut)]).toEqual([2, []])
    // with a junction out there it leads somewhere
    const junction: Drawn = { line: [[10.05, 5.05], [15, 5]] }
    expect(places(looksOut, junction)).toHaveLength(1)
  })

  it('count a bridge and a street below as two roads, and leave a motorway to its ramps', () => {
    expect(places({ line: [[5, 5], [15, 5]], bridge: true }, { line: [[5, 5.1], [15, 4.9]] })).toHaveLength(2)
    const motorway: Drawn[] = [
      { line: [[-5, 5], [5, 5]], class: 'motorway', oneway: true }, { line: [[5, 5], [15, 5]], class: 'motorway', oneway: true },
      { line: [[5, 5], [6, 6], [7, 7]], class: 'motorway_link', oneway: true }, { line: [[7, 7], [8, 7]] },
    ]
    const audit = auditCrossings(graphOf(...motorway), SQUARE, [])
    expect(audit.crossings.map(({ state, class: name }) => [state, name])).toEqual([
      ['through', 'motorway'], ['through', 'motorway'], ['open', 'motorway_link'],
    ])
    expect(audit.ring).toMatchObject({ total: 1, open: 1 })
  })
})

describe('the ring', () => {
  const roads: Drawn[] = [
    { line: [[5, 5], [15, 5]], name: '东街' }, { line: [[5, 5.2], [15, 5.2]] }, { line: [[5, 5], [-5, 5]], name: '西街' },
  ]
  const audit = (...gates: GatePoint[]) => auditCrossings(graphOf(...roads), SQUARE, gates)
  const states = (...gates: GatePoint[]) => audit(...gates).crossings.map(({ state }) => state)

  it('is held by a checkpoint on that road within the tolerance, not by one beside it', () => {
    expect(states()).toEqual(['open', 'open', 'open'])
    expect(states(gate(10.2, 5))).toEqual(['guarded', 'open', 'open'])
    expect(states(gate(10.2, 5.2))).toEqual(['open', 'guarded', 'open'])
    expect(states(gate(10.2, 5, { roadId: 2 }))).toEqual(['open', 'guarded', 'open'])
    expect(states(gate(11, 5))).toEqual(['open', 'open', 'open'])
    expect(audit(gate(11, 5, { id: 7 })).orphans).toEqual([7])
    expect(audit(gate(10.2, 5), gate(30, 5, { id: 8 })).orphans).toEqual([])
  })

  it('tells closures, natural barriers and what is only planned apart; the withdrawn count for nothing', () => {
    expect(states(gate(10, 5, { kind: 'closure' }))[0]).toBe('closed')
    expect(states(gate(10, 5, { kind: 'natural', state: 'planned' }))[0]).toBe('natural')
    expect(states(gate(10, 5, { state: 'suspended' }))[0]).toBe('planned')
    expect(states(gate(10, 5, { state: 'withdrawn' }))[0]).toBe('open')
    const both = audit(gate(10, 5, { state: 'planned', id: 2 }), gate(10.3, 5, { id: 3 }))
    expect(both.crossings[0]).toMatchObject({ state: 'guarded', checkpoint: 3, name: '东街', roadId: 1, foot: true, vehicles: true })
    expect(both.ring).toEqual({ total: 3, held: 1, guarded: 1, closed: 0, natural: 0, planned: 0, open: 2 })
  })
})
