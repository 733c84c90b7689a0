import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { normaliseArea, normaliseValidArea } from '#shared/geometry/normalise-area.ts'
import { signedArea } from '#shared/geometry/ring-direction.ts'
import { validateArea } from '#shared/geometry/validate-area.ts'
import { seeded, square, star } from './random.ts'

describe('normaliseArea', () => {
  it('makes a right-handed MultiPolygon of 7 decimals and leaves its input alone', () => {
    const area: Polygon = {
      type: 'Polygon',
      coordinates: [square(109.123456789, 34, 1).toReversed(), square(109.5, 34.5, 0.1)],
    }
    const before = structuredClone(area)
    const result = normaliseArea(area)
    if (!result.ok) expect.fail(JSON.stringify(result.faults))
    const [shell, hole] = result.geometry.coordinates[0]!
    expect(shell![0]).toEqual([109.1234568, 34])
    expect(signedArea(shell!)).toBeGreaterThan(0)
    expect(signedArea(hole!)).toBeLessThan(0)
    expect(area).toEqual(before)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, turned) => {
        const ring = star(seeded(seed), [109.5, 34.5], 0.01, 20)
        const once = normaliseArea({ type: 'Polygon', coordinates: [turned ? ring.toReversed() : ring] })
        if (!once.ok) expect.fail(JSON.stringify(once.faults))
        expect(normaliseArea(once.geometry)).toEqual(once)
      }),
      { seed: 1 },
    )
  })

  it('drops corners that rounding makes equal', () => {
    const ring = [[0, 0], [1, 0], [1, 1e-9], [1, 1], [0, 0]]
    const result = normaliseArea({ type: 'Polygon', coordinates: [ring] })
    expect(result.ok && result.geometry.coordinates[0]![0]).toEqual([[0, 0], [1, 0], [1, 1], [0, 0]])
  })

  it('says so when rounding breaks a valid area, and where', () => {
    // a slit thinner than the stored precision closes
    const ring = [[0, 0], [2, 0], [2, 1], [1, 1e-9], [0.5, 1], [0, 0]]
    const result = normaliseArea({ type: 'Polygon', coordinates: [ring] })
    expect(result.ok ? [] : result.faults.map(({ code, at }) => [code, at])).toEqual([
      ['broken_by_rounding', [1, 0]],
      ['self_touching', [1, 0]],
    ])
  })

  it('passes on the faults of an area that was invalid before', () => {
    const bowTie = [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]
    const result = normaliseArea({ type: 'Polygon', coordinates: [bowTie] })
    expect(result.ok ? [] : result.faults.map(({ code }) => code)).toEqual(['self_crossing'])
  })
})

describe('normaliseValidArea', () => {
  const valid = (...rings: number[][][]) => {
    const area = validateArea({ type: 'Polygon', coordinates: rings })
    if (!area.ok) expect.fail(JSON.stringify(area.faults))
    return area.geometry
  }

  it('gives what normaliseArea gives, of lines that are rounded already and of others', () => {
    const hole = square(109.5, 34.5, 0.1)
    const repeated = [[0, 0], [1, 0], [1, 0], [1, 1], [0, 0]]
    const lines = [[square(109, 34, 1), hole], [square(109.123456789, 34, 1).toReversed(), hole], [repeated], [star(seeded(1), [109.5, 34.5], 0.01, 200)]]
    for (const area of lines.map((rings) => valid(...rings))) {
      const before = structuredClone(area)
      expect(normaliseValidArea(area)).toEqual(normaliseArea(area))
      expect(normaliseArea(area).ok).toBe(true)
      expect(area).toEqual(before)
    }
  })

  it('says so when rounding breaks it', () => {
    const slit = valid([[0, 0], [2, 0], [2, 1], [1, 1e-9], [0.5, 1], [0, 0]])
    expect(normaliseValidArea(slit)).toEqual(normaliseArea(slit))
    expect(normaliseValidArea(slit)).toMatchObject({ ok: false, faults: [{ code: 'broken_by_rounding' }, { code: 'self_touching' }] })
  })
})
