import { toWgs84 } from '#shared/crs.ts'
import type { Crs } from '#shared/schema/vocabulary.ts'

/** A point in the declared system as [lng, lat] in WGS-84. */
export function pointToWgs84(lng: number, lat: number, crs: Crs): [number, number] {
  if (crs === 'wgs84') return [lng, lat]
  const [x, y] = toWgs84({ type: 'Point', coordinates: [lng, lat] }, crs).coordinates
  return [x!, y!]
}
