import { featureCollection, polygon } from '@turf/helpers'
import { intersect } from '@turf/intersect'
import type { MultiPolygon, Position } from 'geojson'

export type Box = readonly [west: number, south: number, east: number, north: number]

/** People of cells by Turf alone: the area cut with every cell, the share planar in degrees. */
export function turfPeople(
  area: MultiPolygon,
  rows: readonly number[],
  boxOf: (row: number) => Box,
  people: ArrayLike<number>,
): number {
  const shape = polygon(area.coordinates[0]!)
  let sum = 0
  for (const row of rows) {
    const [w, s, e, n] = boxOf(row)
    const cell = polygon([[[w, s], [e, s], [e, n], [w, n], [w, s]]])
    const covered = intersect(featureCollection([shape, cell]))?.geometry
    if (!covered) continue
    const parts = covered.type === 'Polygon' ? [covered.coordinates] : covered.coordinates
    for (const rings of parts)
      rings.forEach((ring, i) => (sum += ((i === 0 ? 1 : -1) * people[row]! * planarArea(ring)) / ((e - w) * (n - s))))
  }
  return sum
}

function planarArea(ring: readonly Position[]): number {
  const [x0, y0] = [ring[0]![0]!, ring[0]![1]!]
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    twice += (ax! - x0) * (by! - y0) - (bx! - x0) * (ay! - y0)
  }
  return Math.abs(twice) / 2
}
