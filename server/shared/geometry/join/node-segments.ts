import Flatbush from 'flatbush'
import { samePlaces } from '../same-places.ts'
import { crossingPoints } from './crossing-points.ts'
import type { GridSegments } from './grid-segments.ts'
import { mergedEdges, type Arrangement } from './merged-edges.ts'
import { passesPixel } from './passes-pixel.ts'

/**
 * Segments cut where they meet, by snap rounding (Hobby, Practical segment intersection with finite precision output, 1999):
 * every end and every crossing is a place of the grid, and a segment that passes through the pixel of one goes through it.
 */
export function nodeSegments(segments: GridSegments): Arrangement {
  const { ax, ay, bx, by } = segments
  const crossings = crossingPoints(segments)
  const { x, y, of } = distinctPlaces(segments, crossings)
  const index = new Flatbush(x.length)
  for (let n = 0; n < x.length; n++) index.add(x[n]!, y[n]!)
  index.finish()
  const count = ax.length
  const own = Array.from({ length: count }, (_, i) => [of[i]!, of[count + i]!])
  for (const [k, { a, b }] of crossings.entries()) {
    own[a]!.push(of[2 * count + k]!)
    own[b]!.push(of[2 * count + k]!)
  }
  const [from, to]: [number[], number[]] = [[], []]
  for (const [i, places] of own.entries()) {
    const [px, py, qx, qy] = [ax[i]!, ay[i]!, bx[i]!, by[i]!]
    const [dx, dy] = [qx - px, qy - py]
    const passed = index.search(Math.min(px, qx) - 1, Math.min(py, qy) - 1, Math.max(px, qx) + 1, Math.max(py, qy) + 1, (n) =>
      passesPixel(px, py, qx, qy, x[n]!, y[n]!))
    const stops = [...places, ...passed].sort((a, b) => (x[a]! - x[b]!) * dx + (y[a]! - y[b]!) * dy)
    for (let k = 1; k < stops.length; k++) {
      if (stops[k] === stops[k - 1]) continue
      from.push(stops[k - 1]!)
      to.push(stops[k]!)
    }
  }
  return mergedEdges(x, y, from, to)
}

/** The distinct places among starts, ends and crossings, in this order, and the number of each one's place. */
function distinctPlaces({ ax, ay, bx, by }: GridSegments, crossings: readonly { x: number; y: number }[]) {
  const all = new Int32Array(4 * ax.length + 2 * crossings.length)
  for (let i = 0; i < ax.length; i++) {
    all.set([ax[i]!, ay[i]!], 2 * i)
    all.set([bx[i]!, by[i]!], 2 * (ax.length + i))
  }
  for (const [k, { x, y }] of crossings.entries()) all.set([x, y], 2 * (2 * ax.length + k))
  const of = samePlaces(all)
  const [xs, ys]: [number[], number[]] = [[], []]
  for (let i = 0; i < of.length; i++) {
    if (of[i] !== i) {
      of[i] = of[of[i]!]!
      continue
    }
    of[i] = xs.length
    xs.push(all[2 * i]!)
    ys.push(all[2 * i + 1]!)
  }
  return { x: xs, y: ys, of }
}
