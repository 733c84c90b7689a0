import { describe, expect, it } from 'vitest'
import type { Polygon } from 'geojson'
import { auditCrossings } from '#shared/roads/audit.ts'
import { snapCheckpoint } from '#shared/roads/snap.ts'
import { at, graphOf, type Drawn } from './make-roads.ts'

// places are in thousandths of a degree: about 92 m by 111 m

const SQUARE: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]].map(([x, y]) => at(x!, y!))] }
const EAST: Drawn = { line: [[5, 5], [15, 5]], name: '东街' }

function snapped(roads: Drawn[], [x, y]: [number, number], within: number) {
  const graph = graphOf(...roads)
  const found = snapCheckpoint(graph, at(x, y), within, [{ zone: 'Z', ...auditCrossings(graph, SQUARE, []) }])
  return found && { zone: found.zone, name: found.name, at: [(found.at[0] - 109.5) * 1e3, (found.at[1] - 34.5) * 1e3].map((n) => Math.round(n * 100) / 100) }
}

describe('a checkpoint put down on the map', () => {
  it('goes to the crossing of the edge before a nearer road', () => {
    expect(snapped([EAST], [10.3, 5.1], 60)).toEqual({ zone: 'Z', name: '东街', at: [10, 5] })
    expect(snapped([EAST, { line: [[10.3, 4], [10.3, 8]], name: '环路' }], [10.28, 5.3], 60)).toMatchObject({ zone: 'Z', name: '东街' })
  })

  it('goes to the nearest road where no crossing is near, and nowhere where neither is', () => {
    expect(snapped([EAST], [13, 5.2], 60)).toEqual({ zone: null, name: '东街', at: [13, 5] })
    expect(snapped([EAST], [13, 8], 60)).toBeNull()
    expect(snapped([], [13, 5], 60)).toBeNull()
  })

  it('never goes to a motorway’s main line', () => {
    const motorway: Drawn = { line: [[5, 5], [15, 5]], name: '高速', class: 'motorway' }
    expect(snapped([motorway], [10.1, 5.1], 60)).toBeNull()
    expect(snapped([motorway, { line: [[5, 5.3], [15, 5.3]], name: '辅路' }], [10.1, 5.05], 60)).toMatchObject({ zone: 'Z', name: '辅路' })
  })
})
