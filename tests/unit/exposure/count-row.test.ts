import { countRow } from '#shared/exposure/count-row.ts'
import { sumGrid } from '#shared/exposure/grid-sums.ts'
import { newTotals } from '#shared/exposure/tally.ts'
import { describe, expect, it } from 'vitest'

const COLUMNS = 37
const lines = (count: number) => Float64Array.from({ length: count + 1 }, (_, i) => i)
const people = Float32Array.from({ length: 2 * COLUMNS }, (_, i) => (i % 11 === 3 ? Number.NaN : i % 5))
const grid = { xs: lines(COLUMNS), ys: lines(2), people, households: null, source: 0 }
const sums = sumGrid(grid)

describe('countRow', () => {
  it('counts every span of a row as cell by cell', () => {
    for (let from = 0; from < COLUMNS; from++) {
      for (let to = from + 1; to <= COLUMNS; to++) {
        const known = [...people.subarray(COLUMNS + from, COLUMNS + to)].filter((value) => !Number.isNaN(value))
        const all = known.reduce((sum, value) => sum + value, 0)
        const spans = { spanCount: 2, from: Int32Array.of(0, from), to: Int32Array.of(0, to), share: Float64Array.of(1, 0.5) }
        const covered = { cellCount: 0, cells: new Int32Array(), shares: new Float64Array(), ...spans }
        const totals = newTotals()
        expect(countRow(grid, sums, 1, covered, totals), `${from} to ${to}`).toBe(known.length / 2)
        expect(totals, `${from} to ${to}`).toMatchObject({ counted: known.length, people: all / 2, least: 0, most: all })
      }
    }
  })
})
