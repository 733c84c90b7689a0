import Flatbush from 'flatbush'
import { orientation } from '../orientation.ts'
import type { GridSegments } from './grid-segments.ts'

/** Two segments cross at a place of the grid, rounded. Those that only touch meet in an end of one of them. */
export type CrossingPoint = { a: number; b: number; x: number; y: number }

/** Every proper crossing of two segments. */
export function crossingPoints({ ax, ay, bx, by }: GridSegments): CrossingPoint[] {
  const found: CrossingPoint[] = []
  const index = new Flatbush(ax.length)
  for (let i = 0; i < ax.length; i++)
    index.add(Math.min(ax[i]!, bx[i]!), Math.min(ay[i]!, by[i]!), Math.max(ax[i]!, bx[i]!), Math.max(ay[i]!, by[i]!))
  index.finish()
  for (let a = 0; a < ax.length; a++) {
    const [px, py, qx, qy] = [ax[a]!, ay[a]!, bx[a]!, by[a]!]
    index.search(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy), (b) => {
      if (b <= a) return false
      const [rx, ry, sx, sy] = [ax[b]!, ay[b]!, bx[b]!, by[b]!]
      const [r, s] = [orientation(px, py, qx, qy, rx, ry), orientation(px, py, qx, qy, sx, sy)]
      if (!areApart(r, s) || !areApart(orientation(rx, ry, sx, sy, px, py), orientation(rx, ry, sx, sy, qx, qy))) return false
      const part = r / (r - s)
      found.push({ a, b, x: Math.round(rx + part * (sx - rx)), y: Math.round(ry + part * (sy - ry)) })
      return false
    })
  }
  return found
}

const areApart = (a: number, b: number): boolean => (a < 0 && b > 0) || (a > 0 && b < 0)
