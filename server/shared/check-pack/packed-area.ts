import type { MultiPolygon, Position } from 'geojson'

/**
 * A MultiPolygon (EPSG:4326) as whole numbers: for each polygon its rings, for each ring longitude and latitude in
 * units of 1e-7 degrees, the first position as it is and every other as its step from the one before. The last position
 * of a ring, which repeats the first, is left out.
 */
export type PackedArea = number[][][]

const UNITS = 1e7

/** Exact for positions of at most seven decimals, as zones have them; any other position is rounded to a centimetre. */
export const packArea = ({ coordinates }: MultiPolygon): PackedArea =>
  coordinates.map((rings) => rings.map((ring) => packRing(ring)))

export const unpackArea = (packed: PackedArea): MultiPolygon =>
  ({ type: 'MultiPolygon', coordinates: packed.map((rings) => rings.map(unpackRing)) })

function packRing(ring: readonly Position[]): number[] {
  let [x, y] = [0, 0]
  return ring.slice(0, -1).flatMap(([lng, lat]) => {
    const step = [Math.round(lng! * UNITS) - x, Math.round(lat! * UNITS) - y]
    x += step[0]!
    y += step[1]!
    return step
  })
}

function unpackRing(steps: readonly number[]): Position[] {
  const ring: Position[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i]!
    y += steps[i + 1]!
    ring.push([x / UNITS, y / UNITS])
  }
  return [...ring, [...ring[0]!]]
}
