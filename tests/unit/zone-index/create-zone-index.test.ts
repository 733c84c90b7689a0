import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import { describe, expect, it } from 'vitest'

type Kind = IndexedZone['kind']

function box(id: string, kind: Kind, west: number, south: number, east: number, north: number): IndexedZone {
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
  return { id, kind, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }
}

function ringed(id: string, kind: Kind): IndexedZone {
  const outer = [[109, 34], [110, 34], [110, 35], [109, 35], [109, 34]]
  const hole = [[109.25, 34.25], [109.25, 34.75], [109.75, 34.75], [109.75, 34.25], [109.25, 34.25]]
  return { id, kind, geometry: { type: 'MultiPolygon', coordinates: [[outer, hole]] } }
}

const nested = [
  box('p', 'precaution', 109, 34, 110, 35),
  box('c', 'controlled', 109.2, 34.2, 109.8, 34.8),
  box('s', 'sealed', 109.4, 34.4, 109.6, 34.6),
]

describe('createZoneIndex', () => {
  it('names every covering zone, the strictest first', () => {
    const index = createZoneIndex(nested)
    expect(index.at(109.5, 34.5)).toEqual(['s', 'c', 'p'])
    expect(index.at(109.3, 34.5)).toEqual(['c', 'p'])
    expect(index.strictestAt(109.5, 34.5)).toBe('s')
    expect(index.strictestAt(109.1, 34.5)).toBe('p')
    expect(index.strictestAt(108.9, 34.5)).toBeNull()
    expect(index.at(Number.NaN, 34.5)).toEqual([])
  })

  it('F38: counts edges and vertices, and those of a hole, as inside', () => {
    const index = createZoneIndex([ringed('r', 'controlled')])
    for (const [x, y] of [[109, 34], [109.5, 34], [110, 34.5], [109.25, 34.25], [109.25, 34.5], [109.5, 34.75]]) {
      expect(index.strictestAt(x!, y!), `${x},${y}`).toBe('r')
    }
    expect(index.strictestAt(109.5, 34.5)).toBeNull()
    expect(index.strictestAt(109.25 + 2 ** -45, 34.5)).toBeNull()
    expect(index.strictestAt(109 - 2 ** -46, 34.5)).toBeNull()
  })

  it('answers a batch in the order asked', () => {
    const index = createZoneIndex(nested)
    const slots = index.batch(Float64Array.of(109.5, 34.5, 0, 0, 109.1, 34.1, 109.3, 34.3))
    expect([...slots].map((slot) => (slot < 0 ? null : index.idOf(slot)))).toEqual(['s', null, 'p', 'c'])
    expect(() => index.batch(Float64Array.of(1, 2, 3))).toThrow(RangeError)
    expect(() => index.idOf(-1)).toThrow(RangeError)
  })

  it('orders zones of one kind by id, whatever order they came in', () => {
    const first = box('a', 'sealed', 0, 0, 2, 2)
    const second = box('b', 'sealed', 1, 1, 3, 3)
    expect(createZoneIndex([second, first]).at(1.5, 1.5)).toEqual(['a', 'b'])
    const index = createZoneIndex([second])
    index.apply({ put: [first] })
    expect(index.at(1.5, 1.5)).toEqual(['a', 'b'])
    expect(index.strictestAt(1.5, 1.5)).toBe('a')
  })

  it('adds, changes and lifts', () => {
    const index = createZoneIndex(nested)
    index.apply({ put: [box('s', 'sealed', 109.3, 34.3, 109.4, 34.4)], remove: ['c', 'unknown'] })
    expect(index.at(109.5, 34.5)).toEqual(['p'])
    expect(index.at(109.35, 34.35)).toEqual(['s', 'p'])
    expect(index.stats()).toMatchObject({ zones: 2, vertices: 10, coordinateBytes: 160 })
    index.apply({ put: [box('far', 'controlled', -70, -34, -69, -33)] })
    expect(index.strictestAt(-70, -33.5)).toBe('far')
  })

  it('refuses a whole change when one zone is malformed', () => {
    const index = createZoneIndex(nested)
    const open = box('x', 'sealed', 0, 0, 1, 1)
    open.geometry.coordinates[0]![0]!.pop()
    expect(() => index.apply({ remove: ['p'], put: [open] })).toThrow(/zone x, ring 0: not closed/)
    expect(() => index.apply({ put: [box('y', 'sealed', 0, 0, 181, 1)] })).toThrow(/zone y, ring 0: \[181/)
    expect(() => index.apply({ put: [nested[0]!, nested[0]!] })).toThrow(/twice/)
    expect(index.at(109.1, 34.1)).toEqual(['p'])
  })
})
