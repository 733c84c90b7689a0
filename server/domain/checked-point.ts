import type { Point } from 'geojson'
import { faultText } from '#shared/geometry/fault-text.ts'
import type { GeometryFaultCode } from '#shared/geometry/fault.ts'
import { roundDegrees } from '#shared/geometry/rounding.ts'
import { Invalid } from './errors.ts'

/**
 * A point as it is stored: two coordinates, [lng, lat], EPSG:4326, at most seven decimals.
 * @throws Invalid invalid_geometry
 */
export function checkedPoint({ coordinates }: { coordinates: readonly unknown[] }): Point {
  const [lng, lat] = coordinates
  if (!isNumber(lng) || !isNumber(lat)) throw refusal('not_a_number')
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return { type: 'Point', coordinates: [roundDegrees(lng), roundDegrees(lat)] }
  const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90
  throw refusal(swapped ? 'axes_swapped' : 'out_of_range', [lng, lat])
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function refusal(code: GeometryFaultCode, at?: [number, number]): Invalid {
  const fault = { code, ...(at ? { at } : {}) }
  return new Invalid('invalid_geometry', {}, [(lang) => ({ ...fault, ...faultText(fault, lang) })])
}
