import fc from 'fast-check'
import type { MultiPolygon } from 'geojson'
import { expect, it } from 'vitest'
import { packArea, unpackArea } from '#shared/check-pack/packed-area.ts'

it('gives back the very positions of seven decimals, holes and parts and all', () => {
  const degree = (most: number) => fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((units) => units / 1e7)
  const ring = fc.array(fc.tuple(degree(180), degree(90)), { minLength: 3, maxLength: 20 }).map((open) => [...open, open[0]!])
  const area = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(area, (coordinates) => {
      const ground: MultiPolygon = { type: 'MultiPolygon', coordinates }
      expect(unpackArea(JSON.parse(JSON.stringify(packArea(ground))))).toEqual(JSON.parse(JSON.stringify(ground)))
    }),
    { seed: 20220316 },
  )
})

it('is small: a step is a few digits', () => {
  const ring = Array.from({ length: 1000 }, (_, i) => [109.5 + i * 1e-5, 34.5 + (i % 7) * 1e-5])
  const ground: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[...ring, ring[0]!]]] }
  expect(JSON.stringify(packArea(ground)).length * 2).toBeLessThan(JSON.stringify(ground).length)
})
