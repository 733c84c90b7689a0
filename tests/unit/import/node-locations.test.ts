import { describe, expect, it } from 'vitest'
import { createIdList, createNodeLocations } from '../../../server/import/osm/node-locations.ts'

describe('node locations', () => {
  it('keeps places to seven decimals for the ids asked for, and no others', () => {
    const ids = createIdList()
    for (const id of [9_000_000_001, 5, 5, 70_000, 9_000_000_001]) ids.push(id)
    const nodes = createNodeLocations(ids.sorted())
    expect(nodes.size).toBe(3)
    nodes.set(9_000_000_001, -179.9999999, 34.1234567)
    nodes.set(6, 1, 1)
    expect(nodes.get(9_000_000_001)).toEqual([-179.9999999, 34.1234567])
    expect(nodes.get(5)).toBeUndefined()
    expect(nodes.get(6)).toBeUndefined()
  })

  it('grows past its first room', () => {
    const ids = createIdList()
    for (let id = 200_000; id > 0; id -= 1) ids.push(id)
    const sorted = ids.sorted()
    expect([sorted.length, sorted[0], sorted.at(-1)]).toEqual([200_000, 1, 200_000])
  })
})
