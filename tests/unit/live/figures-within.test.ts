import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MultiPolygon } from 'geojson'
import { exposure } from '#shared/exposure/exposure.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import { indexFigures } from '#shared/exposure/index-figures.ts'
import { figuresWithin } from '../../../server/live/figures-within.ts'

const column = (count: number, value: (i: number) => number) => Array.from({ length: count }, (_, i) => value(i))
const spread = (i: number, prime: number) => ((i * prime) % 1009) / 1009

// 20 × 20 cells of 0.01°, and 300 buildings that silence the cells they stand in
const FIGURES: PopulationFigures = {
  sources: [
    { source: 'census', title: 'census', date: '2020-11-01', method: 'counted', basis: 'building' },
    { source: 'raster', title: 'raster', date: '2020-01-01', method: 'raster', basis: 'cell' },
  ],
  buildings: {
    lng: column(300, (i) => 109 + spread(i, 617) * 0.2),
    lat: column(300, (i) => 34 + spread(i, 353) * 0.2),
    west: column(300, (i) => 109 + spread(i, 617) * 0.2 - 1e-3),
    east: column(300, (i) => 109 + spread(i, 617) * 0.2 + 1e-3),
    south: column(300, (i) => 34 + spread(i, 353) * 0.2 - 1e-3),
    north: column(300, (i) => 34 + spread(i, 353) * 0.2 + 1e-3),
    people: column(300, (i) => i % 50),
    households: column(300, () => Number.NaN),
    source: column(300, () => 0),
  },
  cells: {
    west: column(400, (i) => 109 + (i % 20) / 100),
    east: column(400, (i) => 109 + ((i % 20) + 1) / 100),
    south: column(400, (i) => 34 + Math.floor(i / 20) / 100),
    north: column(400, (i) => 34 + (Math.floor(i / 20) + 1) / 100),
    people: column(400, (i) => i % 31),
    households: column(400, () => Number.NaN),
    source: column(400, () => 1),
  },
  places: {
    lng: column(50, (i) => 109 + spread(i, 881) * 0.2),
    lat: column(50, (i) => 34 + spread(i, 127) * 0.2),
    kind: Array<string>(50).fill('school'),
    id: column(50, (i) => i).map(String),
  },
}

describe('figuresWithin', () => {
  it('count the same in a box as all figures do, of less', () => {
    const all = indexFigures(FIGURES)
    const at = fc.double({ min: 0, max: 0.15, noNaN: true })
    fc.assert(
      fc.property(at, at, fc.double({ min: 0.001, max: 0.05, noNaN: true }), (x, y, size) => {
        const box: [number, number, number, number] = [109 + x, 34 + y, 109 + x + size, 34 + y + size]
        const [w, s, e, n] = box
        const area: MultiPolygon = {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [w, s],
                [e, s],
                [e, n],
                [w, n],
                [w, s],
              ],
            ],
          ],
        }
        const part = figuresWithin(FIGURES, box)
        expect(part.cells.west.length).toBeLessThan(400)
        expect(exposure(area, indexFigures(part))).toEqual(exposure(area, all))
      }),
      { seed: 7, numRuns: 50 },
    )
  })
})
