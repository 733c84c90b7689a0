import { featureCollection, polygon } from '@turf/helpers'
import { intersect } from '@turf/intersect'
import type { MultiPolygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { coverGrid } from '#shared/exposure/cover-grid.ts'
import { newCoverScratch } from '#shared/exposure/cover-scratch.ts'
import { coveredFraction } from '#shared/geometry/covered-fraction.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { seeded, square, star } from '../geometry/random.ts'

const random = seeded(20_221)
const STEP = 1 / 1200
const lines = (from: number, count: number) => Float64Array.from({ length: count + 1 }, (_, i) => from + i * STEP)
const GRID = { xs: lines(109.5, 40), ys: lines(34.5, 30) }
const SCRATCH = newCoverScratch(GRID) // one for all, as a grid has it
const COLUMNS = 40

function sharesOf(area: MultiPolygon): Float64Array {
  const shares = new Float64Array(COLUMNS * 30)
  coverGrid(prepareArea(area), GRID, SCRATCH, (row, { from, to, share }, count) => {
    for (let k = 0; k < count; k++) {
      for (let c = from[k]!; c < to[k]!; c++) {
        if (shares[row * COLUMNS + c] !== 0) throw new Error(`cell ${c} of row ${row} was given twice`)
        shares[row * COLUMNS + c] = share[k]!
      }
    }
  })
  return shares
}

const boxOf = (i: number) => {
  const [c, r] = [i % COLUMNS, Math.floor(i / COLUMNS)]
  return [GRID.xs[c]!, GRID.ys[r]!, GRID.xs[c + 1]!, GRID.ys[r + 1]!] as const
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
    for (const area of AREAS) {
      const prepared = prepareArea(area)
      const shares = sharesOf(area)
      const worst = Array.from(shares, (share, i) => Math.abs(share - coveredFraction(prepared, ...boxOf(i))))
      expect(Math.max(...worst)).toBeLessThan(2e-9)
    }
    expect(AREAS.filter((area) => sharesOf(area).some((share) => share > 0)).length).toBeGreaterThan(50)
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
    let calls = 0
    coverGrid(prepareArea({ type: 'Polygon', coordinates: [square(109, 34, 2)] }), GRID, SCRATCH, (_row, { from, to, share }, count) => {
      expect([count, from[0], to[0], share[0]]).toEqual([1, 0, COLUMNS, 1])
      calls += 1
    })
    expect(calls).toBe(30)
    expect(sharesOf({ type: 'MultiPolygon', coordinates: [[square(120, 30, 1)]] }).every((share) => share === 0)).toBe(true)
  })
})
