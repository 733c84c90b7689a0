import { featureCollection, polygon } from '@turf/helpers'
import { intersect } from '@turf/intersect'
import fc from 'fast-check'
import type { MultiPolygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { coverGrid } from '#shared/exposure/cover-grid.ts'
import { newCoverScratch } from '#shared/exposure/cover-scratch.ts'
import { coveredFraction } from '#shared/geometry/covered-fraction.ts'
import { rowBands } from '#shared/exposure/row-bands.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { seeded, square, star } from '../geometry/random.ts'

const random = seeded(20_221)
const STEP = 1 / 1200
const lines = (from: number, count: number) => Float64Array.from({ length: count + 1 }, (_, i) => from + i * STEP)
const GRID = { xs: lines(109.5, 40), ys: lines(34.5, 30) }
const SCRATCH = newCoverScratch(GRID) // one for all, as a grid has it
const COLUMNS = 40

function sharesOf(area: MultiPolygon, grid = GRID, scratch = SCRATCH): Float64Array {
  const shares = new Float64Array(COLUMNS * 30)
  coverGrid(prepareArea(area), grid, scratch, (row, { cellCount, cells, shares: each, spanCount, from, to, share }) => {
    const give = (c: number, part: number) => {
      if (shares[row * COLUMNS + c] !== 0) throw new Error(`cell ${c} of row ${row} was given twice`)
      shares[row * COLUMNS + c] = part
    }
    for (let k = 0; k < cellCount; k++) give(cells[k]!, each[k]!)
    for (let k = 0; k < spanCount; k++) for (let c = from[k]!; c < to[k]!; c++) give(c, share[k]!)
  })
  return shares
}

const boxOf = (i: number, { xs, ys } = GRID) => {
  const [c, r] = [i % COLUMNS, Math.floor(i / COLUMNS)]
  return [xs[c]!, ys[r]!, xs[c + 1]!, ys[r + 1]!] as const
}

/** How far the shares of an area's cells are at most from those that the integral over each cell alone gives. */
function worstOf(area: MultiPolygon, grid = GRID, scratch = SCRATCH): number {
  const prepared = prepareArea(area)
  return sharesOf(area, grid, scratch).reduce(
    (worst, share, i) => Math.max(worst, Math.abs(share - coveredFraction(prepared, ...boxOf(i, grid)))), 0,
  )
}

/** Areas inside, over and round the grid's edges, with holes and two parts. */
const AREAS = Array.from({ length: 60 }, (_, i): MultiPolygon => {
  const middle: [number, number] = [109.5 + random() * 40 * STEP, 34.5 + random() * 30 * STEP]
  const radius = STEP * (0.2 + random() * (i % 3 === 0 ? 60 : 12))
  const shell = star(random, middle, radius, 3 + (i % 50))
  const hole = square(middle[0] - radius / 8, middle[1] - radius / 8, radius / 5)
  const other = square(middle[0] + 1.5 * radius, middle[1], radius / 3)
  return { type: 'MultiPolygon', coordinates: [[shell, hole], [other]] }
})

describe('coverGrid', () => {
  it('gives each cell the share that the integral over it alone gives', () => {
    for (const area of AREAS) expect(worstOf(area)).toBeLessThan(2e-9)
    expect(AREAS.filter((area) => sharesOf(area).some((share) => share > 0)).length).toBeGreaterThan(50)
  })

  it('does so for corners on the lines of a grid and beyond it, lines a quarter of a step off', () => {
    const off = (line: number, i: number) => line + (STEP / 4) * Math.sin(7 * i)
    const uneven = { xs: GRID.xs.map(off), ys: GRID.ys.map(off) }
    const scratch = newCoverScratch(uneven)
    const place = (own: Float64Array) =>
      fc.oneof(fc.constantFrom(...own), fc.double({ min: own[0]! - 9 * STEP, max: own.at(-1)! + 9 * STEP, noNaN: true }))
    const corners = fc.array(fc.tuple(place(uneven.xs), place(uneven.ys)), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(corners, (triangle) => {
        const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[...triangle, triangle[0]!]]] }
        return worstOf(area, uneven, scratch) < 2e-9
      }),
      { seed: 612, numRuns: 300 },
    )
  })

  it('cuts an outline of very many edges in bands of rows', () => {
    const [teeth, south, north] = [6000, 34.5 + 2.3 * STEP, 34.5 + 27.6 * STEP]
    const tooth = (k: number, from: number): Position[] => [
      [109.5 + (k * 38 * STEP) / teeth, from],
      [109.5 + ((k + 0.5) * 38 * STEP) / teeth, north],
    ]
    const comb = Array.from({ length: teeth }, (_, k) => tooth(k, south + (k % 7) * STEP)).flat()
    const ring = [...comb, [109.5 + 38 * STEP, 34.5], [109.5, 34.5], comb[0]!]
    const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring]] }
    expect(worstOf(area)).toBeLessThan(2e-9)
    expect(worstOf(AREAS[0]!), 'nothing is left in the scratch').toBeLessThan(2e-9)
    const { ends, runs } = rowBands(prepareArea(area), GRID.ys, 0, 29)
    expect([ends.length, ends.at(-1)]).toEqual([3, 29])
    expect(runs).toBeLessThan(150_000)
  })

  it('agrees with Turf, cell by cell', () => {
    const planar = (ring: Position[]) =>
      Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0]! - 109) * (y! - 34) - (x! - 109) * (ring[i]![1]! - 34), 0)) / 2
    for (const area of AREAS.slice(0, 4)) {
      const shares = sharesOf(area)
      let worst = 0
      const parts = area.coordinates.map((rings) => polygon(rings))
      for (let i = 0; i < shares.length; i += 5) {
        const [w, s, e, n] = boxOf(i)
        const box = polygon([[[w, s], [e, s], [e, n], [w, n], [w, s]]])
        const covered = parts.map((part) => intersect(featureCollection([part, box]))?.geometry)
        const rings = covered.flatMap((it) => (!it ? [] : it.type === 'Polygon' ? [it.coordinates] : it.coordinates))
        const told = rings.reduce((sum, [shell, ...holes]) => sum + planar(shell!) - holes.reduce((h, hole) => h + planar(hole), 0), 0)
        worst = Math.max(worst, Math.abs(shares[i]! - told / ((e - w) * (n - s))))
      }
      expect(worst).toBeLessThan(1e-7)
    }
  })

  it('gives whole cells, spans of them at once, to an area whose edges are lines of the grid', () => {
    const { xs, ys } = GRID
    const ring: Position[] = [[xs[3]!, ys[4]!], [xs[9]!, ys[4]!], [xs[9]!, ys[6]!], [xs[3]!, ys[6]!], [xs[3]!, ys[4]!]]
    const shares = sharesOf({ type: 'MultiPolygon', coordinates: [[ring]] })
    expect(shares.filter((share) => share > 0)).toEqual(new Float64Array(12).fill(1))
    expect([shares[4 * COLUMNS + 3], shares[5 * COLUMNS + 8], shares[5 * COLUMNS + 9], shares[6 * COLUMNS + 3]]).toEqual([1, 1, 0, 0])
  })

  it('covers all of a grid that the area surrounds, and nothing of one outside', () => {
    expect(sharesOf({ type: 'MultiPolygon', coordinates: [[square(109, 34, 2)]] }).every((share) => share === 1)).toBe(true)
    expect(sharesOf({ type: 'MultiPolygon', coordinates: [[square(120, 30, 1)]] }).every((share) => share === 0)).toBe(true)
  })
})
