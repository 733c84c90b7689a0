import fc from 'fast-check'
import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { CRS_CODES, fromWgs84, gcj02Applies, isCgcs2000Zone, projectedToWgs84, toWgs84 } from '#shared/crs.ts'
import { distanceM } from './geometry/distance.ts'

const apart = (a: Position, b: Position) => distanceM(a, [b, b])
const point = (...coordinates: number[]) => ({ type: 'Point' as const, coordinates })

describe('toWgs84', () => {
  it('undoes the shift of GCJ-02 and BD-09', () => {
    // Tian'anmen as the map services give it; the WGS-84 place is 116.39128, 39.90735
    const gcj02 = toWgs84(point(116.39752, 39.90875), 'gcj02').coordinates
    const bd09 = toWgs84(fromWgs84(point(116.39128, 39.90735), 'bd09'), 'bd09').coordinates
    expect(apart(gcj02, [116.39128, 39.90735])).toBeLessThan(5)
    expect(apart(bd09, [116.39128, 39.90735])).toBeLessThan(0.001)
    expect(apart([116.39752, 39.90875], gcj02)).toBeGreaterThan(500)
  })

  it.each(CRS_CODES)('comes back to the same place within a millimetre from %s', (crs) => {
    const lng = fc.double({ min: 100, max: 118, noNaN: true })
    const lat = fc.double({ min: 24, max: 40, noNaN: true })
    fc.assert(
      fc.property(lng, lat, (x, y) => {
        const there = fromWgs84(point(x, y), crs)
        expect(apart(toWgs84(there, crs).coordinates, [x, y])).toBeLessThan(0.001)
      }),
      { seed: 1 },
    )
  })

  it('A coordinate converter shifted a ring’s shared first and last point twice and deformed it: every position is converted once', () => {
    const corner = [109.5, 34.5]
    const shared: Polygon = { type: 'Polygon', coordinates: [[corner, [109.6, 34.5], [109.6, 34.6], corner]] }
    const plain = structuredClone({ ...shared, coordinates: shared.coordinates.map((r) => r.map((p) => [...p])) })
    const converted = toWgs84(shared, 'gcj02')
    expect(converted).toEqual(toWgs84(plain, 'gcj02'))
    expect(converted.coordinates[0]![0]).toEqual(converted.coordinates[0]![3])
    expect(converted.coordinates[0]![0]).not.toBe(converted.coordinates[0]![3])
    expect(corner).toEqual([109.5, 34.5])
  })

  it.each([
    ['Seoul', 126.978, 37.566],
    ['Pyongyang', 125.754, 39.033],
    ['Ulaanbaatar', 106.905, 47.921],
    ['Hanoi', 105.854, 21.028],
    ['Vladivostok', 131.886, 43.116],
  ])('leaves %s where it is', (_, x, y) => {
    expect(toWgs84(point(x, y), 'gcj02').coordinates).toEqual([x, y])
    expect(toWgs84(point(x, y), 'bd09').coordinates).toEqual([x, y])
  })

  it.each([
    ['Hunchun', 130.366, 42.863],
    ['Dandong', 124.394, 40.128],
    ['Suifenhe', 131.15, 44.4],
    ['Manzhouli', 117.44, 49.59],
    ['Ruili', 97.85, 24.01],
    ['Kashgar', 75.99, 39.47],
    ['Sanya', 109.51, 18.25],
    ['Hong Kong', 114.17, 22.28],
    ['Linwei', 109.51, 34.5],
  ])('knows that %s is shifted', (_, x, y) => {
    expect(gcj02Applies(x, y)).toBe(true)
    expect(apart(toWgs84(point(x, y), 'gcj02').coordinates, [x, y])).toBeGreaterThan(100)
  })

  it('converts a shape at the outline whole or not at all', () => {
    const line = { type: 'LineString' as const, coordinates: [[130.4, 42.86], [131.5, 42.9]] }
    expect([gcj02Applies(130.4, 42.86), gcj02Applies(131.5, 42.9)]).toEqual([true, false])
    const moved = toWgs84(line, 'gcj02').coordinates.map((place, i) => apart(place, line.coordinates[i]!))
    expect(Math.min(...moved)).toBeGreaterThan(100)
  })

  it('keeps altitudes, and copies where nothing changes', () => {
    const place = point(109.5, 34.5, 450)
    expect(toWgs84(place, 'gcj02').coordinates[2]).toBe(450)
    expect(toWgs84(place, 'cgcs2000')).toEqual(place)
    expect(toWgs84(place, 'cgcs2000').coordinates).not.toBe(place.coordinates)
  })
})

describe('projectedToWgs84', () => {
  // the other way round by PROJ: echo 109.5 34.5 | gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4525 -output_xy
  it.each([
    [4525, 37_362_234.3403343, 3_820_146.46479401, 109.5, 34.5],
    [4546, 362_234.340334254, 3_820_146.46479401, 109.5, 34.5],
    [4532, 44_410_596.0464268, 4_785_526.3478771, 130.9, 43.2],
    [4534, 508_613.655226011, 4_362_916.47638291, 75.1, 39.4],
  ])('reads EPSG:%d as PROJ does', (epsg, east, north, lng, lat) => {
    expect(apart(projectedToWgs84(epsg)(point(east, north)).coordinates, [lng, lat])).toBeLessThan(0.001)
  })

  it('puts the central meridian of every zone at its false easting', () => {
    for (let epsg = 4513; epsg <= 4554; epsg++) {
      const zone = 25 + ((epsg - 4513) % 21)
      const easting = epsg <= 4533 ? zone * 1e6 + 5e5 : 5e5
      const [x, y] = projectedToWgs84(epsg)(point(easting, 0)).coordinates
      expect(x).toBeCloseTo(zone * 3, 9)
      expect(y).toBeCloseTo(0, 9)
    }
  })

  it('refuses other systems', () => {
    expect([4512, 4513, 4554, 4555, 4513.5].map(isCgcs2000Zone)).toEqual([false, true, true, false, false])
    expect(() => projectedToWgs84(3857)).toThrow(RangeError)
  })
})
