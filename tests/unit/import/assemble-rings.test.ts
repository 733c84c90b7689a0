import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleRings } from '../../../server/import/osm/assemble-rings.ts'

describe('rings of ways', () => {
  it('joins ways in any order and direction', () => {
    const { rings, looseEnds } = assembleRings([
      [1, 2, 3],
      [5, 4, 3],
      [5, 6, 1],
      [10, 11, 12, 10],
    ])
    expect(looseEnds).toEqual([])
    expect(rings.map((ring) => new Set(ring))).toEqual([new Set([10, 11, 12]), new Set([1, 2, 3, 4, 5, 6])])
    for (const ring of rings) expect(ring[0]).toBe(ring.at(-1))
  })

  it('names the loose ends of what does not close', () => {
    expect(
      assembleRings([
        [1, 2, 3],
        [3, 4, 5],
      ]),
    ).toEqual({ rings: [], looseEnds: [1, 5] })
    expect(assembleRings([])).toEqual({ rings: [], looseEnds: [] })
  })

  it('closes a ring where two rings meet in a node', () => {
    const { rings, looseEnds } = assembleRings([
      [1, 2, 9],
      [9, 3, 1],
      [9, 5, 6],
      [6, 7, 9],
    ])
    expect(looseEnds).toEqual([])
    expect(rings).toHaveLength(2)
  })

  it('gives back every ring that was cut to pieces', () => {
    const cuts = fc.record({
      size: fc.integer({ min: 4, max: 40 }),
      at: fc.array(fc.integer({ min: 1, max: 39 }), { maxLength: 6 }),
      seed: fc.nat(),
    })
    fc.assert(
      fc.property(fc.array(cuts, { minLength: 1, maxLength: 5 }), (specs) => {
        const ways: number[][] = []
        for (const [which, { size, at, seed }] of specs.entries()) {
          const ring = [...Array(size).keys(), 0].map((node) => which * 1000 + node)
          const ends = [0, ...new Set(at.filter((cut) => cut < size)), size].sort((a, b) => a - b)
          for (let i = 1; i < ends.length; i += 1) {
            const way = ring.slice(ends[i - 1], (ends[i] ?? 0) + 1)
            ways.push((seed >> i) % 2 === 0 ? way : way.reverse())
          }
        }
        ways.sort((a, b) => (((a[0] ?? 0) * 7919) % 101) - (((b[0] ?? 0) * 7919) % 101))
        const { rings, looseEnds } = assembleRings(ways)
        expect(looseEnds).toEqual([])
        expect(rings.map((ring) => ring.length - 1).sort()).toEqual(specs.map(({ size }) => size).sort())
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})
