import type { Position } from 'geojson'
import { rightHanded } from '../ring-direction.ts'
import { STORED_DECIMALS } from '../rounding.ts'

export const GRID = 10 ** STORED_DECIMALS

/** Directed segments between places of the stored grid, in its whole numbers; the ground of their polygon lies to the left. */
export type GridSegments = { ax: Float64Array; ay: Float64Array; bx: Float64Array; by: Float64Array }

/** The edges of polygons, each with its shell first. Degrees. */
export function gridSegments(polygons: readonly Position[][][]): GridSegments {
  const rings = polygons.flatMap((polygon) => rightHanded(polygon))
  const count = rings.reduce((sum, ring) => sum + ring.length - 1, 0)
  const [ax, ay, bx, by] = [new Float64Array(count), new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  let n = 0
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++, n++) {
      ax[n] = Math.round(ring[i - 1]![0]! * GRID)
      ay[n] = Math.round(ring[i - 1]![1]! * GRID)
      bx[n] = Math.round(ring[i]![0]! * GRID)
      by[n] = Math.round(ring[i]![1]! * GRID)
    }
  return { ax, ay, bx, by }
}
