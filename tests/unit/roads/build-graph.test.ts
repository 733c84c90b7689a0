import { describe, expect, it } from 'vitest'
import { edgeCount, edgeEnd, headOf, nodeCount } from '#shared/roads/graph.ts'
import { USE } from '#shared/roads/road-use.ts'
import { graphOf } from './make-roads.ts'

describe('the road graph', () => {
  it('has nodes where roads end or share a position, and edges between them', () => {
    const graph = graphOf({ line: [[0, 0], [1, 0], [2, 0]] }, { line: [[1, 0], [1, 1]] })
    expect([nodeCount(graph), edgeCount(graph)]).toEqual([4, 3])
    expect(graph.edgeM[0]).toBeCloseTo(91.88, 1)
    expect([0, 1, 2].map((edge) => edgeEnd(graph, edge))).toEqual([1, 2, 4])
    const junction = graph.edgeTo[0]!
    const halves = Array.from(graph.halves.slice(graph.nodeHalves[junction]!, graph.nodeHalves[junction + 1]!))
    expect(halves.map((half) => headOf(graph, half)).toSorted()).toEqual(
      [graph.edgeFrom[0], graph.edgeTo[1], graph.edgeTo[2]].toSorted(),
    )
  })

  it('does not join roads that only cross, nor a corner with nobody else on it', () => {
    const graph = graphOf({ line: [[0, 0], [1, 1], [2, 2]] }, { line: [[0, 2], [2, 0]] })
    expect([nodeCount(graph), edgeCount(graph)]).toEqual([4, 2])
  })

  it('keeps a bridge apart from the street below it, and joins it at its feet', () => {
    const street = { line: [[1, -1], [1, 0], [1, 1]] as const }
    const before = { line: [[-1, 0], [0, 0]] as const }
    const bridge = { line: [[0, 0], [1, 0], [2, 0]] as const, bridge: true }
    const apart = graphOf(street, before, bridge)
    expect([nodeCount(apart), edgeCount(apart)]).toEqual([5, 3])
    const level = graphOf(street, before, { ...bridge, bridge: false })
    expect([nodeCount(level), edgeCount(level)]).toEqual([6, 5])
    const layered = graphOf({ ...street, tunnel: true }, before, { ...bridge, bridge: false })
    expect([nodeCount(layered), edgeCount(layered)]).toEqual([5, 3])
    // what shares a corner in OpenStreetMap is joined: stairs to the middle of a footbridge
    expect(nodeCount(graphOf({ ...street, tags: { highway: 'steps' } }, before, { ...bridge, tags: { highway: 'footway' } }))).toBe(6)
    // the layer alone lifts nothing, and tells two bridges apart
    expect(nodeCount(graphOf(street, before, { ...bridge, bridge: false, layer: 1 }))).toBe(6)
    expect(nodeCount(graphOf({ ...street, bridge: true }, before, { ...bridge, layer: 2 }))).toBe(5)
  })

  it('joins two carriageways of a bridge with the two streets at its foot, and keeps two ends above two others apart', () => {
    const ends = (bridgeTo: [number, number][]) =>
      graphOf(
        { line: [[0, 0], [-2, 1]] }, { line: [[0, 0], [-2, -1]] },
        { line: [[0, 0], bridgeTo[0]!], bridge: true }, { line: [[0, 0], bridgeTo[1]!], bridge: true },
      )
    expect(nodeCount(ends([[2, 1], [2, -1]]))).toBe(5)
    const over = graphOf(
      { line: [[0, 0], [-2, 0]] }, { line: [[0, 0], [2, 0]] },
      { line: [[0, 0], [0, 2]], bridge: true }, { line: [[0, 0], [0, -2]], bridge: true },
    )
    expect(nodeCount(over)).toBe(6)
  })

  it('knows who may use a road: one-ways, paths, private ways, ferries', () => {
    const line = [[0, 0], [1, 0]] as const
    const use = (more: object) => graphOf({ line, ...more }).use[0]
    expect(use({ oneway: true })).toBe(USE.foot | USE.carAlong | USE.emergency)
    expect(use({ class: 'footway' })).toBe(USE.foot)
    expect(use({ class: 'footway', tags: { motor_vehicle: 'yes' } })).toBe(USE.foot | USE.carAlong | USE.carAgainst | USE.emergency)
    expect(use({ class: 'motorway', oneway: true })).toBe(USE.carAlong | USE.emergency)
    expect(use({ class: 'service', tags: { access: 'private' } })).toBe(USE.emergency)
    expect(use({ class: 'service', tags: { access: 'private', foot: 'yes' } })).toBe(USE.foot | USE.emergency)
    expect(use({ class: 'ferry' })).toBe(USE.foot | USE.carAlong | USE.carAgainst | USE.emergency)
    expect(use({ class: 'construction' })).toBe(USE.foot)
    expect(use({ class: 'primary', bridge: true })! & USE.bridge).toBe(USE.bridge)
    expect(graphOf({ line, class: 'rail' }).use).toHaveLength(0)
  })

  it('cuts a road where a barrier stands and says whom it stops', () => {
    const road = { line: [[0, 0], [1, 0], [2, 0]] as const }
    const barred = (kind: string) => graphOf({ ...road, tags: { barriers: `109.501,34.5,${kind}` } })
    const bollard = barred('bollard')
    expect([edgeCount(bollard), bollard.nodeStops[bollard.edgeTo[0]!]]).toEqual([2, USE.carAlong | USE.carAgainst | USE.emergency])
    const gate = barred('gate,private')
    expect(gate.nodeStops[gate.edgeTo[0]!]).toBe(USE.carAlong | USE.carAgainst)
    expect(barred('gate').nodeStops.every((bits) => bits === 0)).toBe(true)
  })
})
