import geographiclib from 'geographiclib-geodesic'
import type { Geometry, MultiPolygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { areaM2 } from '#shared/geometry/area-m2.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { buffer } from '#shared/geometry/buffer.ts'
import { validateArea } from '#shared/geometry/validate-area.ts'
import { distanceM } from './distance.ts'
import { seeded, square, star } from './random.ts'

/** Issue: within 0.1 % of the geodesic radius. */
const TOLERANCE = 1e-3
const ANY_SIZE = { minAreaM2: 0, maxAreaM2: Infinity }

function buffered(geometry: Geometry, radiusM: number): MultiPolygon {
  const result = buffer(geometry, radiusM)
  if (!result.ok || !result.geometry) return expect.fail(JSON.stringify(result))
  expect(validateArea(result.geometry, ANY_SIZE).ok).toBe(true)
  return result.geometry
}

/** Corners of all rings and the middles between them, `samples` at most. */
function outline({ coordinates }: MultiPolygon, samples = 150): Position[] {
  const places = coordinates.flat().flatMap((ring) =>
    ring.slice(1).flatMap((b, i) => [b, [(ring[i]![0]! + b[0]!) / 2, (ring[i]![1]! + b[1]!) / 2]]),
  )
  const step = Math.max(1, Math.floor(places.length / samples))
  return places.filter((_, i) => i % step === 0)
}

const LATITUDES = [0, 0.01, 23, 34.5, 45, 60, 80, -80]
const RADII = [5, 50, 500, 5000, 50_000]
const GRID = LATITUDES.flatMap((lat) => RADII.map((radiusM) => [lat, radiusM] as const))

describe('buffer', () => {
  it.each(GRID)('round a point at latitude %d has the radius %d m at every bearing', (lat, radiusM) => {
    const [ring] = buffered({ type: 'Point', coordinates: [109.5, lat] }, radiusM).coordinates[0]!
    const { WGS84 } = geographiclib.Geodesic
    for (let i = 1; i < ring!.length; i++) {
      for (const share of [0, 0.5]) {
        const [x, y] = [0, 1].map((k) => ring![i - 1]![k]! + (ring![i]![k]! - ring![i - 1]![k]!) * share)
        const { s12 } = WGS84.Inverse(lat, 109.5, y!, x!)
        expect(Math.abs(s12! / radiusM - 1)).toBeLessThan(TOLERANCE)
      }
    }
  })

  it.each(GRID)('of a line and a polygon at latitude %d keeps the distance %d m all round', (lat, radiusM) => {
    const random = seeded(Math.round(lat * 100 + radiusM))
    const ring = star(random, [109.5, lat], 0.02, 8)
    const line = Array.from({ length: 6 }, (_, i): Position => [109.4 + i * 0.03, lat + random() * 0.03])
    for (const [geometry, source] of [
      [{ type: 'Polygon', coordinates: [ring] }, ring],
      [{ type: 'LineString', coordinates: line }, line],
    ] as const) {
      for (const place of outline(buffered(geometry as Geometry, radiusM), 24))
        expect(Math.abs(distanceM(place, source) / radiusM - 1)).toBeLessThan(TOLERANCE)
    }
  })

  it.each([
    [20, 5000, 'Point'],
    [-65, 50_000, 'Point'],
    [80, 5000, 'Point'],
  ])('round a point beside the date line at latitude %d is cut in two there', (lat, radiusM) => {
    const area = buffered({ type: 'Point', coordinates: [179.999, lat] }, radiusM)
    expect(area.coordinates).toHaveLength(2)
    expect(boundsOf(area)).toEqual([-180, expect.any(Number), 180, expect.any(Number)])
    expect(areaM2(area) / (Math.PI * radiusM ** 2)).toBeCloseTo(1, 2)
    for (const [x, y] of outline(area).filter((p) => Math.abs(p[0]!) < 180))
      expect(Math.abs(distanceM([x!, y!], [[179.999, lat], [179.999, lat]]) / radiusM - 1)).toBeLessThan(TOLERANCE)
  })

  it('treats an area cut at the date line as one, growing and shrinking', () => {
    const cut: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[square(179.9, 20, 0.1)], [square(-180, 20, 0.1)]],
    }
    const whole: Geometry = {
      type: 'Polygon',
      coordinates: [[[109.9, 20], [110.1, 20], [110.1, 20.1], [109.9, 20.1], [109.9, 20]]],
    }
    for (const radiusM of [1000, -1000]) {
      const here = buffered(cut, radiusM)
      expect(here.coordinates).toHaveLength(2)
      expect(areaM2(here) / areaM2(buffered(whole, radiusM))).toBeCloseTo(1, 6)
    }
  })

  it('leaves no hole inside a closed line that the radius covers (Turf issue 2929)', () => {
    const line = [[11.9864449, 52.9652597], [12.0243343, 52.9740445], [12.0622777, 52.9652798]]
    line.push(line[0]!)
    const covered = buffered({ type: 'LineString', coordinates: line }, 500)
    expect(covered.coordinates.map((rings) => rings.length)).toEqual([1])
    line[1] = [12.0249011, 52.9771682]
    const open = buffered({ type: 'LineString', coordinates: line }, 500)
    expect(open.coordinates.map((rings) => rings.length)).toEqual([2])
  })

  it('keeps, narrows and closes the hole of a ring', () => {
    const ring: Geometry = { type: 'Polygon', coordinates: [square(109, 34, 0.1), square(109.03, 34.03, 0.04)] }
    const narrowed = buffered(ring, 1000)
    expect(narrowed.coordinates.map((rings) => rings.length)).toEqual([2])
    const hole = narrowed.coordinates[0]![1]!
    expect(hole.length).toBeLessThan(12)
    for (const place of hole) expect(distanceM(place, square(109.03, 34.03, 0.04)) / 1000).toBeCloseTo(1, 3)
    expect(buffered(ring, 3000).coordinates.map((rings) => rings.length)).toEqual([1])
  })

  it('shrinks a ring from both sides, and a dumb-bell into two', () => {
    const ring: Geometry = { type: 'Polygon', coordinates: [square(109, 34, 0.1), square(109.04, 34.04, 0.02)] }
    expect(buffered(ring, -1000).coordinates.map((rings) => rings.length)).toEqual([2])
    const half = [[0, 0], [1, 0], [1, 0.45], [2, 0.45], [2, 0], [3, 0]]
    const bell = [...half, ...half.toReversed().map(([x, y]) => [x!, 1 - y!]), [0, 0]]
    const places = bell.map(([x, y]) => [109 + x! / 10, 34 + y! / 10])
    expect(buffered({ type: 'Polygon', coordinates: [places] }, -1000).coordinates).toHaveLength(2)
  })

  it.each([-5000, -20_000])('answers null where %d m leaves nothing', (radiusM) => {
    const area: Geometry = { type: 'Polygon', coordinates: [star(seeded(3), [109, 34], 0.05, 12)] }
    expect(buffer(area, radiusM)).toEqual({ ok: true, geometry: null })
  })

  it('joins what lies within reach of each other, of every type', () => {
    const collection: Geometry = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [109, 34] },
        { type: 'LineString', coordinates: [[109.005, 34], [109.01, 34]] },
        { type: 'Polygon', coordinates: [square(109.015, 34, 0.005)] },
        { type: 'MultiPoint', coordinates: [[110, 34]] },
      ],
    }
    expect(buffered(collection, 400).coordinates).toHaveLength(2)
    expect(buffered(collection, 100).coordinates).toHaveLength(4)
  })

  it('stays exact where a long winding line is buffered far beyond its bends', () => {
    const random = seeded(8)
    let heading = 0
    const line: Position[] = [[109, 34]]
    for (let i = 0; i < 400; i++) {
      heading = 0.95 * (heading + random() - 0.5)
      const [x, y] = line[i]!
      line.push([x! + 0.0002 * Math.cos(heading), y! + 0.0002 * Math.sin(heading)])
    }
    for (const place of outline(buffered({ type: 'LineString', coordinates: line }, 500), 20))
      expect(Math.abs(distanceM(place, line) / 500 - 1)).toBeLessThan(TOLERANCE)
  })

  it.each([
    ['radius_out_of_range', { type: 'Point', coordinates: [109, 34] }, NaN],
    ['radius_out_of_range', { type: 'Point', coordinates: [109, 34] }, 200_000],
    ['radius_out_of_range', { type: 'Point', coordinates: [109, 34] }, 0],
    ['negative_needs_area', { type: 'Point', coordinates: [109, 34] }, -5],
    ['invalid_geometry', { type: 'Point', coordinates: [109, 95] }, 5],
    ['invalid_geometry', { type: 'MultiPoint', coordinates: [] }, 5],
    ['invalid_geometry', { type: 'Polygon', coordinates: [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]] }, 5],
    ['invalid_geometry', null, 5],
    ['invalid_geometry', { type: 'Circle' }, 5],
    ['invalid_geometry', { type: 'MultiLineString', coordinates: [null] }, 5],
    ['invalid_geometry', { type: 'Point' }, 5],
    ['too_near_pole', { type: 'Point', coordinates: [109, 87.9] }, 50_000],
    ['too_wide', { type: 'LineString', coordinates: [[100, 34], [110, 34]] }, 500],
    ['too_complex', { type: 'LineString', coordinates: star(seeded(1), [109, 60], 1, 10_000) }, 5],
  ] as const)('refuses with %s', (reason, geometry, radiusM) => {
    expect(buffer(geometry as unknown as Geometry, radiusM)).toMatchObject({ ok: false, reason })
  })
})
