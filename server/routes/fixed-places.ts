import type { LngLat } from '#shared/geometry/position.ts'
import { Invalid } from '../domain/errors.ts'

/** Reads `lng,lat;lng,lat`. @throws Invalid bad_places */
export function parseFixed(text: string): LngLat[] {
  return text.split(';').filter((place) => place !== '').map((place) => {
    const [lng, lat, ...rest] = place.split(',').map(Number)
    if (rest.length > 0 || !(Math.abs(lng ?? NaN) <= 180) || !(Math.abs(lat ?? NaN) <= 90)) throw new Invalid('bad_places', { place })
    return [lng!, lat!]
  })
}
