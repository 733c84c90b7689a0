import { describe, expect, it } from 'vitest'
import { barriersOn, barrierWord } from '../../../server/import/osm/barrier-nodes.ts'
import { createNodeLocations } from '../../../server/import/osm/node-locations.ts'

describe('barriers on roads', () => {
  it('are kept with their access, and a locked gate is private', () => {
    expect([{ barrier: 'gate', locked: 'yes' }, { barrier: 'bollard' }, { barrier: 'lift_gate', access: 'no' }, { barrier: 'hedge' }, {}].map(barrierWord)).toEqual(
      ['gate,private', 'bollard', 'lift_gate,no', null, null],
    )
  })

  it('are listed with their places, each once', () => {
    const nodes = createNodeLocations(Float64Array.of(1, 2, 3))
    for (const id of [1, 2, 3]) nodes.set(id, 15 + id / 1000, 48)
    const way = { type: 'way' as const, id: 9, refs: [1, 2, 3, 2] }
    expect(barriersOn(way, nodes, new Map([[2, 'bollard'], [3, 'gate,private'], [7, 'gate']]))).toBe(
      '15.0020000,48.0000000,bollard;15.0030000,48.0000000,gate,private',
    )
  })
})
