import type { Bounds } from '#shared/schema/geo.ts'

/** Whether anything can be said of a place, [lng, lat] in degrees: it must lie within the bounds of what is loaded. */
export const inDistrict = (bounds: Bounds | null, [lng, lat]: readonly [number, number]): boolean =>
  bounds !== null && lng >= bounds[0] && lat >= bounds[1] && lng <= bounds[2] && lat <= bounds[3]
