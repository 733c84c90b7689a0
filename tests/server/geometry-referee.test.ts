import type { MultiPolygon, Polygon } from 'geojson'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { areaM2 } from '#shared/geometry/area-m2.ts'
import { buffer } from '#shared/geometry/buffer.ts'
import { containsPoint } from '#shared/geometry/contains-point.ts'
import { difference } from '#shared/geometry/difference.ts'
import { intersection } from '#shared/geometry/intersection.ts'
import { normaliseArea } from '#shared/geometry/normalise-area.ts'
import { union } from '#shared/geometry/union.ts'
import { validateArea } from '#shared/geometry/validate-area.ts'
import { withoutHoles } from '#shared/geometry/without-holes.ts'
import type { Store } from '../../server/store/connect.ts'
import { openTestDatabase } from '../support/databases.ts'
import { seeded, square, star } from '../unit/geometry/random.ts'
import { randomArea } from './geometry-shapes.ts'

const ANY_SIZE = { minAreaM2: 0, maxAreaM2: Infinity }
const PIECES = 64

/** Every edge of an area on a grid of whole numbers in so many pieces that their corners are exact. */
const cut = ({ coordinates }: MultiPolygon): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: coordinates.map((rings) => rings.map((ring) => [
    ...ring.slice(1).flatMap((end, i) => Array.from({ length: PIECES }, (_, piece) => ring[i]!.map((from, axis) => from + ((end[axis]! - from) * piece) / PIECES))),
    ring[0]!,
  ])),
})

describe('geometry against PostGIS', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase('server')
  })
  afterAll(() => store.close())

  /** One row for each input, in order, from an SQL expression over `g` (a geometry) and `v` (the JSON beside it). */
  async function ask<T>(expression: string, shapes: { g: unknown; v?: unknown }[]): Promise<T[]> {
    const { rows } = await sql<{ answer: T }>`
      select ${sql.raw(expression)} as answer
      from (
        select ordinality, st_geomfromgeojson(item->>'g') as g, item->'v' as v
        from jsonb_array_elements(${JSON.stringify(shapes)}::jsonb) with ordinality as t(item, ordinality)
      ) as shapes
      order by ordinality`.execute(store.db)
    return rows.map(({ answer }) => answer)
  }

  it('F36: judges validity as ST_IsValid does', async () => {
    const random = seeded(20_261_121)
    const shapes = Array.from({ length: 6000 }, (_, i) => randomArea(random, i))
    const verdicts = await ask<string>('st_isvalidreason(g)', shapes.map((g) => ({ g })))
    const ours = shapes.map((shape) => validateArea(shape, ANY_SIZE))
    const differing = shapes.flatMap((shape, i) => {
      const result = ours[i]!
      if (result.ok === (verdicts[i] === 'Valid Geometry')) return []
      return [{ shape: JSON.stringify(shape.coordinates), postgis: verdicts[i], ours: JSON.stringify(result) }]
    })
    expect(differing).toEqual([])
    const valid = ours.filter(({ ok }) => ok).length
    // the comparison means something only when both verdicts and every kind of fault come up often
    expect(valid).toBeGreaterThan(1000)
    expect(shapes.length - valid).toBeGreaterThan(1000)
    const reasons = new Set(verdicts.map((reason) => reason!.replace(/\[.*/, '')))
    expect([...reasons].sort()).toEqual([
      'Hole lies outside shell',
      'Holes are nested',
      'Interior is disconnected',
      'Nested shells',
      'Ring Self-intersection',
      'Self-intersection',
      'Too few points in geometry component',
      'Valid Geometry',
    ])
  })

  it('F36: judges lines of many corners as ST_IsValid does', async () => {
    const random = seeded(64)
    const shapes = Array.from({ length: 200 }, (_, i) => cut(randomArea(random, 3 * i + 1)))
    const verdicts = await ask<boolean>('st_isvalid(g)', shapes.map((g) => ({ g })))
    const ours = shapes.map((shape) => validateArea(shape, ANY_SIZE).ok)
    expect(shapes.filter((_, i) => ours[i] !== verdicts[i]).map(({ coordinates }) => JSON.stringify(coordinates))).toEqual([])
    expect(new Set(verdicts).size).toBe(2)
  })

  it('measures areas as ST_Area(geography) does, within a millionth', async () => {
    const random = seeded(7)
    const shapes = Array.from({ length: 300 }, (_, i): Polygon => {
      const middle: [number, number] = [random() * 340 - 170, random() * 160 - 80]
      const radius = 10 ** (-4 + (i % 5))
      const hole = square(middle[0] - radius / 10, middle[1] - radius / 10, radius / 5)
      return { type: 'Polygon', coordinates: [star(random, middle, radius, 5 + (i % 40)), hole] }
    })
    const areas = await ask<number>('st_area(g::geography)', shapes.map((g) => ({ g })))
    const errors = shapes.map((shape, i) => Math.abs(areaM2(shape) / areas[i]! - 1))
    expect(Math.max(...errors)).toBeLessThan(1e-6)
  })

  it('F38: finds points inside, outside and on edges as ST_Covers does', async () => {
    const random = seeded(11)
    const cases = Array.from({ length: 2000 }, (_, i) => {
      const area = randomArea(random, i)
      const point: [number, number] = [Math.floor(random() * 9), Math.floor(random() * 9)]
      return { area, point }
    }).filter(({ area }) => validateArea(area, ANY_SIZE).ok)
    const rows = cases.map(({ area, point }) => ({ g: area, v: point }))
    const covers = await ask<boolean>('st_covers(g, st_point((v->>0)::float8, (v->>1)::float8, 4326))', rows)
    expect(cases.map(({ area, point }) => containsPoint(area, ...point))).toEqual(covers)
    expect(new Set(covers).size).toBe(2)
  })

  it('keeps normalised areas valid and in place', async () => {
    const random = seeded(13)
    const areas = Array.from({ length: 300 }, (_, i): Polygon => {
      const ring = star(random, [109.5 + random(), 34.5 + random()], 0.01, 6 + (i % 30))
      return { type: 'Polygon', coordinates: [i % 2 ? ring : ring.toReversed()] }
    })
    const normalised = areas.map((area) => {
      const result = normaliseArea(area)
      return result.ok ? result.geometry : expect.fail('rounding broke a plain star')
    })
    const rows = areas.map((area, i) => ({ g: normalised[i], v: area }))
    const measures = await ask<{ valid: boolean; righthand: boolean; apart: number }>(
      `json_build_object('valid', st_isvalid(g), 'righthand', st_ispolygonccw(g),
        'apart', st_hausdorffdistance(g, st_geomfromgeojson(v)))`,
      rows,
    )
    for (const { valid, righthand, apart } of measures) {
      expect({ valid, righthand }).toEqual({ valid: true, righthand: true })
      expect(apart).toBeLessThan(1e-7)
    }
  })

  it('combines areas as PostGIS does', async () => {
    const random = seeded(17)
    const pairs = Array.from({ length: 100 }, (): [Polygon, Polygon] => [
      { type: 'Polygon', coordinates: [star(random, [109.5, 34.5], 0.05, 30), square(109.495, 34.495, 0.01)] },
      { type: 'Polygon', coordinates: [star(random, [109.52, 34.51], 0.04, 25)] },
    ])
    const rows = pairs.map(([g, v]) => ({ g, v }))
    const referee = await ask<[number, number, number]>(
      `json_build_array(st_area(st_union(g, st_geomfromgeojson(v))), st_area(st_intersection(g, st_geomfromgeojson(v))),
        st_area(st_difference(g, st_geomfromgeojson(v))))`,
      rows,
    )
    const results = pairs.map(([a, b]) => [union([a, b]), intersection(a, b), difference(a, [b])])
    const planar = await ask<number>('st_area(g)', results.flat().map((g) => ({ g })))
    for (const [i, areas] of referee.entries())
      for (const k of [0, 1, 2] as const) expect(planar[3 * i + k]! / areas[k]).toBeCloseTo(1, 9)
    const valid = await ask<boolean>('st_isvalid(g)', results.flat().map((g) => ({ g })))
    expect(valid.every(Boolean)).toBe(true)
  })

  it('CAP consumers forbid holes in polygons: the doughnut is cut, and the union is unchanged', async () => {
    const random = seeded(20_260_312)
    const doughnuts = Array.from({ length: 60 }, () => {
      const at = (x: number): [number, number] => [109.5 + x + 0.01 * random(), 34.5 + 0.01 * random()]
      const holes = [-0.03, 0, 0.03].slice(0, 1 + Math.floor(3 * random())).map((x) => star(random, at(x), 0.008, 12))
      const shell = star(() => 0.9 + 0.1 * random(), [109.505, 34.505], 0.08, 40)
      const island = star(random, [109.5, 34.9], 0.01, 8)
      return { type: 'MultiPolygon' as const, coordinates: [[shell, ...holes], [island]] }
    })
    expect(await ask<boolean>('st_isvalid(g)', doughnuts.map((g) => ({ g })))).toEqual(doughnuts.map(() => true))
    const cut = doughnuts.map(withoutHoles)
    expect(cut.flatMap(({ coordinates }) => coordinates).filter((rings) => rings.length !== 1)).toEqual([])
    const parts = cut.map(({ coordinates }) => ({ type: 'GeometryCollection', geometries: coordinates.map((rings) => ({ type: 'Polygon', coordinates: rings })) }))
    const shapes = doughnuts.map((g, i) => ({ g, v: parts[i] }))
    const off = await ask<number>('st_area(st_symdifference(g, st_unaryunion(st_geomfromgeojson(v::text), 1e-12), 1e-12)) / st_area(g)', shapes)
    expect(Math.max(...off)).toBeLessThan(1e-9)
    // the pieces meet and do not overlap: their areas add up
    const sums = await ask<number>('st_area(st_geomfromgeojson(v::text)) / st_area(g)', shapes)
    for (const sum of sums) expect(sum).toBeCloseTo(1, 9)
    const plain = { type: 'MultiPolygon' as const, coordinates: [[square(109, 34, 1)]] }
    expect(withoutHoles(plain)).toEqual(plain)
  })

  it('buffers to valid areas whose edge lies at the radius', async () => {
    const random = seeded(19)
    const cases = Array.from({ length: 18 }, (_, i) => {
      const middle: [number, number] = [109 + random(), (i % 9) * 10]
      const radiusM = [5, 50, 500, 5000, 50_000][i % 5]!
      const area: Polygon = { type: 'Polygon', coordinates: [star(random, middle, 0.02, 12)] }
      const result = buffer(area, radiusM)
      return { area, radiusM, geometry: result.ok ? result.geometry : null }
    })
    const rows = cases.map(({ area, geometry }) => ({ g: geometry, v: area }))
    // edges straight in degrees are cut fine, because geography takes them for geodesics
    const measured = await ask<{ valid: boolean; low: number; high: number }>(
      `(with source as materialized (select st_segmentize(st_geomfromgeojson(v), 0.001)::geography as area),
        distances as (select st_distance(p.geom::geography, area) as d from source, st_dumppoints(g) as p
          where p.path[array_length(p.path, 1)] % 5 = 0)
        select json_build_object('valid', st_isvalid(g), 'low', min(d), 'high', max(d)) from distances)`,
      rows,
    )
    for (const [i, { valid, low, high }] of measured.entries()) {
      const { radiusM } = cases[i]!
      expect(valid).toBe(true)
      // PostGIS finds the nearest place on a sphere: twice the buffer's own tolerance, which the unit test holds it to
      expect(low / radiusM).toBeGreaterThan(0.998)
      expect(high / radiusM).toBeLessThan(1.002)
    }
  })
})
