import type { Point } from 'geojson'
import { faultText } from '#shared/geometry/fault-text.ts'
import type { GeometryFaultCode } from '#shared/geometry/fault.ts'
import type { Bounds } from '#shared/geometry/position.ts'
import { roundDegrees } from '#shared/geometry/rounding.ts'
import { Invalid } from './errors.ts'

/** Gates and sites may lie in a neighbour's county; what is farther from all loaded areas is another unit or another place. Degrees. */
const NEAR = 1

/**
 * A point as it is stored: two coordinates, [lng, lat], EPSG:4326, at most seven decimals, and no farther than a
 * neighbour's county from the extent of the loaded areas, where there are any.
 * @throws Invalid invalid_geometry
 */
export function checkedPoint({ coordinates }: { coordinates: readonly unknown[] }, extent?: Bounds): Point {
  const [lng, lat] = coordinates
  if (!isNumber(lng) || !isNumber(lat)) throw refusal('not_a_number')
  if (extent !== undefined && !isNear(lng, lat, extent)) {
    if (isNear(lat, lng, extent)) throw refusal('axes_swapped', [lng, lat])
    if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) throw refusal('outside_extent', [lng, lat])
  }
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return { type: 'Point', coordinates: [roundDegrees(lng), roundDegrees(lat)] }
  const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90
  throw refusal(swapped ? 'axes_swapped' : 'out_of_range', [lng, lat])
}

const isNear = (lng: number, lat: number, [west, south, east, north]: Bounds) =>
  lng >= west - NEAR && lng <= east + NEAR && lat >= south - NEAR && lat <= north + NEAR

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function refusal(code: GeometryFaultCode, at?: [number, number]): Invalid {
  const fault = { code, ...(at ? { at } : {}) }
  return new Invalid('invalid_geometry', {}, [(lang) => ({ ...fault, ...faultText(fault, lang) })])
}
