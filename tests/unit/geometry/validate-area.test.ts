import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GEOMETRY_FAULT_CODES, type GeometryFault } from '#shared/geometry/fault.ts'
import { validateArea } from '#shared/geometry/validate-area.ts'
import { seeded, square, star } from './random.ts'

type Golden = { name: string; geometry: unknown; expected: 'ok' | GeometryFault[]; limits?: object }

const GOLDEN = JSON.parse(readFileSync('tests/golden/geometry/faults.json', 'utf8')) as Golden[]

describe('validateArea', () => {
  it.each(GOLDEN)('$name', ({ geometry, expected, limits }) => {
    const result = validateArea(geometry, limits)
    if (expected === 'ok') expect(result.ok).toBe(true)
    else expect(result).toEqual({ ok: false, faults: expected })
  })

  it('has a golden case for every code but those that need a large shape or rounding', () => {
    const codes = new Set(GOLDEN.flatMap(({ expected }) => (expected === 'ok' ? [] : expected.map(({ code }) => code))))
    const missing = GEOMETRY_FAULT_CODES.filter((code) => !codes.has(code))
    expect(missing).toEqual(['too_many_vertices', 'too_complex', 'broken_by_rounding'])
  })

  it('answers anything at all with a value, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (coordinates, other) => {
        expect(validateArea(other).ok).toBe(false)
        expect(validateArea({ type: 'Polygon', coordinates }).ok).toBe(false)
        expect(validateArea({ type: 'MultiPolygon', coordinates: [[coordinates], other] }).ok).toBe(false)
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('accepts any star with a hole, and copies without changing a coordinate', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 5, max: 60 }), (seed, corners) => {
        const shell = star(seeded(seed), [109, 34], 0.1, corners)
        const hole = square(108.99, 33.99, 0.01)
        const result = validateArea({ type: 'Polygon', coordinates: [shell, hole] })
        expect(result).toEqual({ ok: true, geometry: { type: 'MultiPolygon', coordinates: [[shell, hole]] } })
        if (result.ok) expect(result.geometry.coordinates[0]![0]![0]).not.toBe(shell[0])
      }),
      { seed: 5 },
    )
  })

  it('names each of many faults at its own place', () => {
    const bowTie = (x: number) => [[x, 0], [x + 2, 2], [x + 2, 0], [x, 2], [x, 0]]
    const result = validateArea({ type: 'MultiPolygon', coordinates: [[bowTie(0)], [bowTie(10)], [square(20, 0, 1)]] })
    expect(result.ok ? [] : result.faults.map(({ code, polygon, at }) => [code, polygon, at])).toEqual([
      ['self_crossing', 0, [1, 1]],
      ['self_crossing', 1, [11, 1]],
    ])
  })

  it('stops listing at the limit', () => {
    const random = seeded(1)
    const scribble = Array.from({ length: 500 }, () => [random(), random()])
    const result = validateArea({ type: 'Polygon', coordinates: [[...scribble, scribble[0]]] })
    expect(result.ok ? 0 : result.faults.length).toBe(100)
  })

  it('F35: takes a hundred thousand corners, and no more', () => {
    const ring = (corners: number) => star(() => 0.5, [109, 34], 0.1, corners)
    expect(validateArea({ type: 'Polygon', coordinates: [ring(99_999)] }).ok).toBe(true)
    const tooMany = validateArea({ type: 'Polygon', coordinates: [ring(100_000)] })
    const fault = { code: 'too_many_vertices', limit: 100_000, value: 100_001 }
    expect(tooMany).toEqual({ ok: false, faults: [fault] })
  })

  it('gives up on edges that all lie over each other instead of freezing', () => {
    // a comb of long slanting teeth: every edge's bounds meet every other's
    const teeth = Array.from({ length: 4000 }, (_, i) => {
      const x = 109 + i * 1e-6
      return i % 2 ? [x, 34] : [x + 1, 35]
    })
    const ring = [...teeth, [112, 34.5], [109.5, 33], teeth[0]]
    const result = validateArea({ type: 'Polygon', coordinates: [ring] }, { maxEdgePairs: 100_000 })
    expect(result.ok ? '' : result.faults.at(-1)).toEqual({ code: 'too_complex', limit: 100_000 })
  })
})
