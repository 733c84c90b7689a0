import type { Geometry } from 'geojson'
import { eachPosition } from './each-position.ts'
import type { Bounds } from './position.ts'

/**
 * [west, south, east, north] in degrees of any geometry; an empty one gives [∞, ∞, −∞, −∞].
 * Shapes split at the antimeridian give −180 … 180, as plain coordinates do.
 */
export function boundsOf(geometry: Geometry): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  eachPosition(geometry, ([x, y]) => {
    if (x! < bounds[0]) bounds[0] = x!
    if (y! < bounds[1]) bounds[1] = y!
    if (x! > bounds[2]) bounds[2] = x!
    if (y! > bounds[3]) bounds[3] = y!
  })
  return bounds
}
