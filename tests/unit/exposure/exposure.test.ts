import type { MultiPolygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { compactFigures } from '#shared/exposure/compact-figures.ts'
import { decodeFigures } from '#shared/exposure/decode-figures.ts'
import { encodeFigures } from '#shared/exposure/encode-figures.ts'
import { exposure } from '#shared/exposure/exposure.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import { indexFigures } from '#shared/exposure/index-figures.ts'
import { square } from '../geometry/random.ts'
import { columnsOf, NO_FIGURES, SOURCES } from './figures.ts'

const area = (...rings: number[][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [rings] })
const building = (x: number, y: number, people: number, households = NaN, source = 0, half = 0.1) => ({
  lng: x, lat: y, west: x - half, south: y - half, east: x + half, north: y + half, people, households, source,
})
const cell = (x: number, y: number, people: number, source = 2) => ({
  west: x, south: y, east: x + 1, north: y + 1, people, households: NaN, source,
})

type Parts = {
  buildings?: ReturnType<typeof building>[]
  cells?: ReturnType<typeof cell>[]
  places?: { lng: number; lat: number; kind: string; id: string }[]
}

function figures({ buildings, cells, places }: Parts): PopulationFigures {
  return {
    ...NO_FIGURES,
    ...(buildings && { buildings: columnsOf(buildings) }),
    ...(cells && { cells: columnsOf(cells) }),
    ...(places && { places: columnsOf(places) }),
  }
}

const under = (shape: MultiPolygon, parts: Parts) => exposure(shape, indexFigures(figures(parts)))

describe('exposure by buildings', () => {
  it('counts a building whose point is inside or on the edge, not in a hole', () => {
    const buildings = [building(1, 1, 10, 4), building(4, 2, 20, 5), building(2.5, 2.5, 40, 6), building(9, 9, 80, 7)]
    const result = under(area(square(0, 0, 4), square(2, 2, 1)), { buildings })
    expect(result).toMatchObject({ people: 30, households: 9, buildings: 2, warnings: [] })
    expect(result.bases).toEqual([{ ...SOURCES[0], people: 30 }])
  })

  it('gives the range from those wholly inside to those touched', () => {
    const buildings = [building(1, 1, 10), building(3.95, 2, 20), building(4.05, 3, 40), building(4.5, 1, 80)]
    const result = under(area(square(0, 0, 4)), { buildings })
    expect([result.people, result.peopleRange]).toEqual([30, { low: 10, high: 70 }])
  })

  it('adds the uncertainty of a spread total, and rounds once at the end', () => {
    const buildings = Array.from({ length: 10 }, (_, i) => building(0.5 + i / 4, 1, 10.04, NaN, 1))
    const result = under(area(square(0, 0, 4)), { buildings })
    expect([result.people, result.peopleRange]).toEqual([100, { low: 78, high: 123 }])
    expect(result.bases[0]).toMatchObject({ method: 'dasymetric', people: 100 })
  })

  it('says when people or households of some buildings are unknown', () => {
    const result = under(area(square(0, 0, 4)), {
      buildings: [building(1, 1, 10, 4), building(2, 1, 5), building(3, 1, NaN)],
    })
    expect(result).toMatchObject({ people: 15, households: 4, buildings: 3 })
    expect(result.warnings).toEqual(['people_unknown', 'households_incomplete'])
    expect(under(area(square(0, 0, 4)), { buildings: [building(1, 1, 10)] }).households).toBeNull()
  })
})

describe('exposure by cells', () => {
  const grid = Array.from({ length: 100 }, (_, i) => cell(i % 10, Math.floor(i / 10), 100))

  it('weighs each cell by the share covered', () => {
    const result = under(area(square(0.5, 0.5, 4)), { cells: grid })
    expect([result.people, result.peopleRange]).toEqual([1600, { low: 900, high: 2500 }])
    expect(result.bases).toEqual([{ ...SOURCES[2], people: 1600 }])
    expect(result.warnings).toEqual([])
  })

  it('takes whole cells at the edge as inside, and their neighbours not at all', () => {
    const result = under(area(square(2, 2, 3)), { cells: grid })
    expect([result.people, result.peopleRange]).toEqual([900, { low: 900, high: 900 }])
  })

  it('honours holes', () => {
    expect(under(area(square(1, 1, 4), square(2, 2, 1.5)), { cells: grid }).people).toBe(1600 - 225)
  })

  it('Area-weighted population is off by 300 % where building-based is off by 22 %: for an area smaller than a few cells only the range is to be trusted', () => {
    const result = under(area(square(2.2, 2.2, 0.5)), { cells: grid })
    expect(result).toMatchObject({ people: 25, peopleRange: { low: 0, high: 100 }, warnings: ['tiny_zone_range_only'] })
    expect(under(area(square(2, 2, 2)), { cells: grid }).warnings).toEqual([])
  })

  it('lets a building with known people replace the cell it stands in, and no other', () => {
    const buildings = [building(2.5, 2.5, 7), building(4, 4, 5), building(3.5, 3.5, NaN)]
    const result = under(area(square(2, 2, 3)), { cells: grid, buildings })
    expect(result.people).toBe(7 + 5 + 7 * 100)
    expect(result.bases.map(({ basis, people }) => [basis, people])).toEqual([['cell', 700], ['building', 12]])
  })
})

describe('exposure', () => {
  it('counts places by kind, in the order of the names', () => {
    const places = [
      { lng: 1, lat: 1, kind: 'school', id: 'a' },
      { lng: 2, lat: 0, kind: 'market', id: 'b' },
      { lng: 3, lat: 3, kind: 'school', id: 'c' },
      { lng: 9, lat: 9, kind: 'hospital', id: 'd' },
    ]
    const result = under(area(square(0, 0, 4)), { places })
    expect(result.places).toEqual([{ kind: 'market', count: 1 }, { kind: 'school', count: 2 }])
  })

  it('says when nothing is known, and still measures the area', () => {
    const result = under(area(square(0, 0, 0.01)), {})
    expect(result).toMatchObject({ people: 0, households: null, buildings: 0, warnings: ['no_population_data'] })
    expect(result.areaM2 / 1_230_907.2).toBeCloseTo(1, 5)
  })

  it('counts people under two parts once', () => {
    const grid = Array.from({ length: 100 }, (_, i) => cell(i % 10, Math.floor(i / 10), 100))
    const parts = { cells: grid, buildings: [building(2.5, 2.5, 7)] }
    const shape: MultiPolygon = { type: 'MultiPolygon', coordinates: [[square(1, 1, 2.5)], [square(2, 2, 3)], [square(7, 7, 1)]] }
    const result = under(shape, parts)
    expect(result.people).toBe(Math.round((6.25 + 9 - 2.25 + 1 - 1) * 100 + 7))
    expect(result.buildings).toBe(1)
    expect(result.areaM2).toBeCloseTo(under(area(square(1, 1, 2.5)), {}).areaM2 + under(area(square(2, 2, 3)), {}).areaM2
      - under(area(square(2, 2, 1.5)), {}).areaM2 + under(area(square(7, 7, 1)), {}).areaM2, -6)
  })
})

describe('figures as bytes', () => {
  const given = figures({
    buildings: [building(1, 1, 1 / 3, NaN, 1), building(2, 2, NaN, 2)],
    cells: [cell(2, 0, 12.5), cell(3, 0, 1 / 3), { ...cell(0.3, 0.1, 4), east: 7 }],
    places: [{ lng: 1, lat: 1, kind: 'school', id: 'a' }],
  })
  const bytes = encodeFigures(given)

  it('give the same counts, and the same bytes again', () => {
    const travelled = decodeFigures(bytes.buffer)
    if (!travelled.ok) throw new Error(travelled.reason)
    expect(travelled.figures).toEqual(compactFigures(given))
    expect(travelled.figures.grids?.length).toBe(1)
    expect(encodeFigures(travelled.figures)).toEqual(bytes)
    const shape = area(square(0, 0, 2.5))
    expect(exposure(shape, indexFigures(travelled.figures))).toEqual(exposure(shape, indexFigures(given)))
  })

  it('say when they are none, cut short, or of another version', () => {
    const reasonOf = (buffer: ArrayBuffer) => {
      const answer = decodeFigures(buffer)
      return answer.ok ? null : answer.reason
    }
    expect(reasonOf(new ArrayBuffer(3))).toBe('not_figures')
    expect(reasonOf(new TextEncoder().encode('{"sources":[]}  ').buffer)).toBe('not_figures')
    expect(reasonOf(bytes.slice(0, bytes.length - 8).buffer)).toBe('not_figures')
    const newer = bytes.slice()
    newer[0]! += 1
    expect(reasonOf(newer.buffer)).toBe('other_version')
  })
})
