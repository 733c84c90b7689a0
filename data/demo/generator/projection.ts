import type { Xy } from './vector.ts'

const ORIGIN = { lng: 109.5, lat: 34.5 }
// Metres per degree on the WGS-84 ellipsoid at 34.5° N (series of NGA TR 8350.2).
const PHI = (ORIGIN.lat * Math.PI) / 180
const PER_DEGREE_LAT = 111132.954 - 559.822 * Math.cos(2 * PHI) + 1.175 * Math.cos(4 * PHI)
const PER_DEGREE_LNG = 111412.84 * Math.cos(PHI) - 93.5 * Math.cos(3 * PHI) + 0.118 * Math.cos(5 * PHI)

const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** Local metres to [lng, lat] in WGS-84, six decimals (about 0.1 m). */
export const toLngLat = (p: Xy): [number, number] => [round(ORIGIN.lng + p[0] / PER_DEGREE_LNG), round(ORIGIN.lat + p[1] / PER_DEGREE_LAT)]

/** The same point moved onto the grid of written coordinates. */
export const snap = (p: Xy): Xy => {
  const [lng, lat] = toLngLat(p)
  return [(lng - ORIGIN.lng) * PER_DEGREE_LNG, (lat - ORIGIN.lat) * PER_DEGREE_LAT]
}

/** Two points with one key are written as one coordinate. */
export const keyOf = (p: Xy): string => toLngLat(p).join(',')
