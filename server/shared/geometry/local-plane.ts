import proj4 from 'proj4'
import type { LngLat } from './position.ts'

/** A plane in metres round a place. Longitudes are counted on past ±180 from the middle, so nothing jumps. */
export type LocalPlane = { toPlane(place: LngLat): LngLat; toDegrees(point: LngLat): LngLat }

/**
 * Azimuthal equidistant projection on the WGS-84 ellipsoid: distances from the middle are exact, others too long by
 * d²/6R² at the distance d from it (0.026 % at 250 km, 0.004 % at 100 km).
 */
export function localPlane([lng, lat]: LngLat): LocalPlane {
  const projection = proj4(`+proj=aeqd +lat_0=${lat} +lon_0=${lng} +ellps=WGS84 +units=m +no_defs`)
  return {
    toPlane: (place) => projection.forward([place[0], place[1]]) as LngLat,
    toDegrees: (point) => {
      const [x, y] = projection.inverse([point[0], point[1]]) as LngLat
      return [x + 360 * Math.round((lng - x) / 360), y]
    },
  }
}
