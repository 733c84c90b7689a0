import type { MultiPolygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { exposure } from '#shared/exposure/exposure.ts'
import { indexFigures } from '#shared/exposure/index-figures.ts'
import { coveredFraction } from '#shared/geometry/covered-fraction.ts'
import { edgeMeetsBox } from '#shared/geometry/edge-meets-box.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { preparedContains } from '#shared/geometry/prepared-contains.ts'
import { seeded, square, star } from '../geometry/random.ts'
import { columnsOf, NO_FIGURES } from './figures.ts'

const random = seeded(7_110)
const whole = (value: number) => Math.round(value * 1e7) / 1e7

/** Buildings on a lattice that areas have corners on too, so that points lie on edges; some large, some of no size. */
const BUILDINGS = Array.from({ length: 1500 }, (_, i) => {
  const [lng, lat] = [whole(109 + Math.floor(random() * 100) / 1000), whole(34 + Math.floor(random() * 100) / 1000)]
  const [w, h] = i % 50 === 0 ? [random() * 0.02, random() * 0.02] : i % 9 === 0 ? [0, 0] : [random() * 5e-4, random() * 5e-4]
  const box = { west: lng - w, south: lat - h, east: lng + w, north: lat + h }
  const people = i % 11 === 0 ? NaN : Math.floor(random() * 60)
  return { lng, lat, ...box, people, households: i % 3 === 0 ? NaN : Math.floor(random() * 9), source: 0 }
})
const CELLS = Array.from({ length: 60 * 50 }, (_, i) => ({
  west: 109 + (i % 60) / 600, south: 34 + Math.floor(i / 60) / 500,
  east: 109 + ((i % 60) + 1) / 600, north: 34 + (Math.floor(i / 60) + 1) / 500,
  people: i % 13 === 0 ? NaN : random() * 40, households: i % 4 === 0 ? NaN : random() * 12, source: 2,
})).filter((_, i) => i % 7 !== 0)

const AREAS = Array.from({ length: 80 }, (_, i): MultiPolygon => {
  const middle: [number, number] = [whole(109 + random() * 0.1), whole(34 + random() * 0.1)]
  const radius = 0.002 + random() * (i % 4 === 0 ? 0.08 : 0.02)
  if (i % 3 === 0) {
    const [x, y] = [109 + Math.floor(random() * 80) / 1000, 34 + Math.floor(random() * 80) / 1000].map(whole) as [number, number]
    const [wide, hole] = [square(x, y, 0.02), square(x + 0.005, y + 0.005, 0.008)].map((ring) => ring.map((at) => at.map(whole)))
    return { type: 'MultiPolygon', coordinates: [[wide!, hole!]] }
  }
  const shell = star(random, middle, radius, 3 + (i % 60))
  return { type: 'MultiPolygon', coordinates: [[shell, square(middle[0] - radius / 8, middle[1] - radius / 8, radius / 5)]] }
})

describe('exposure, one by one', () => {
  it('counts buildings as asking each of them does', () => {
    const index = indexFigures({ ...NO_FIGURES, buildings: columnsOf(BUILDINGS) })
    for (const area of AREAS) {
      const prepared = prepareArea(area)
      const { ax, ay, bx, by } = prepared
      const told = { buildings: 0, people: 0, households: 0, low: 0, high: 0 }
      for (const { lng, lat, west, south, east, north, people, households } of BUILDINGS) {
        const inside = preparedContains(prepared, lng, lat)
        const touched = Array.from(ax).some((x, e) => edgeMeetsBox(x, ay[e]!, bx[e]!, by[e]!, west, south, east, north))
        if (inside) told.buildings += 1
        if (Number.isNaN(people)) continue
        if (inside) told.people += people
        if (inside && !Number.isNaN(households)) told.households += households
        if (inside && !touched) told.low += people
        if (inside || touched) told.high += people
      }
      const { buildings, people, households, peopleRange } = exposure(area, index)
      expect({ buildings, people, households: households ?? 0, ...peopleRange }).toEqual(told)
    }
  })

  it('counts cells of a grid, with gaps and with households of some, as weighing each of them does', () => {
    const index = indexFigures({ ...NO_FIGURES, cells: columnsOf(CELLS) })
    expect([index.grids.length, index.loose]).toEqual([1, null])
    for (const area of AREAS) {
      const prepared = prepareArea(area)
      const told = { people: 0, households: 0, low: 0, high: 0 }
      for (const { west, south, east, north, people, households } of CELLS) {
        const share = coveredFraction(prepared, west, south, east, north)
        if (Number.isNaN(people) || share < 1e-9) continue
        told.people += people * share
        told.high += people
        if (share > 1 - 1e-9) told.low += people
        if (!Number.isNaN(households)) told.households += households * share
      }
      const { people, households, peopleRange } = exposure(area, index)
      expect(Math.abs(people - told.people)).toBeLessThanOrEqual(0.5 + 1e-6)
      expect(Math.abs((households ?? 0) - told.households)).toBeLessThanOrEqual(0.5 + 1e-6)
      expect(peopleRange.low - Math.floor(told.low + 1e-6)).toBe(0)
      expect(peopleRange.high - Math.ceil(told.high - 1e-6)).toBe(0)
    }
  })
})
