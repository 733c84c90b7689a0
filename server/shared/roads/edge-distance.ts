import Flatbush from 'flatbush'
import type { PreparedArea } from '../geometry/prepare-area.ts'
import type { LngLat } from '../geometry/position.ts'
import { metresPerDegree } from './segment-m.ts'

/** Tells whether a place lies within a distance of an area's edge. */
export type NearEdge = (place: LngLat) => boolean

/** Indexes an area's edge for many questions with one distance, in metres. */
export function nearEdgeOf({ ax, ay, bx, by, bounds }: PreparedArea, withinM: number): NearEdge {
  const [kx, ky] = metresPerDegree((bounds[1] + bounds[3]) / 2)
  const index = new Flatbush(ax.length)
  for (let i = 0; i < ax.length; i++)
    index.add(Math.min(ax[i]!, bx[i]!), Math.min(ay[i]!, by[i]!), Math.max(ax[i]!, bx[i]!), Math.max(ay[i]!, by[i]!))
  index.finish()
  const [dx, dy] = [withinM / kx, withinM / ky]
  return ([x, y]) => {
    const isNear = (i: number) => {
      const [px, py] = [(ax[i]! - x) * kx, (ay[i]! - y) * ky]
      const [ux, uy] = [(bx[i]! - x) * kx - px, (by[i]! - y) * ky - py]
      const part = Math.min(1, Math.max(0, -(px * ux + py * uy) / (ux * ux + uy * uy)))
      return Math.hypot(px + part * ux, py + part * uy) <= withinM
    }
    return index.search(x - dx, y - dy, x + dx, y + dy, isNear).length > 0
  }
}
