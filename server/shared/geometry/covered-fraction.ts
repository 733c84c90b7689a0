import { bandOf, edgeBands } from './edge-bands.ts'
import type { PreparedArea } from './prepare-area.ts'

/**
 * How much of a rectangle in degrees the area covers, 0 … 1, holes left out.
 * Planar in degrees, which inside one raster cell differs from the globe by far less than its people are known.
 * Exact integration, no sampling: by Green's theorem the covered area is the sum over the area's edges of
 * ∫ (x(y) held between west and east, less west) dy over the part of the edge between south and north.
 *
 *      ┌────────┐ north     an edge west of the rectangle adds nothing,
 *      │   ╱▓▓▓▓│           one east of it adds the whole width,
 *      │  ╱▓▓▓▓▓│           one inside what lies west of it;
 *      └────────┘ south     edges going down count off
 */
export function coveredFraction(
  area: PreparedArea,
  west: number,
  south: number,
  east: number,
  north: number,
): number {
  const { bounds, ax, ay, bx, by } = area
  const { count, offsets, items } = edgeBands(area)
  const width = east - west
  const height = north - south
  if (!(width > 0 && height > 0)) return 0
  const first = bandOf(bounds, count, south)
  const last = bandOf(bounds, count, north)
  let covered = 0
  for (let band = first; band <= last; band++) {
    for (let k = offsets[band]!; k < offsets[band + 1]!; k++) {
      const i = items[k]!
      // an edge listed in several bands counts in the first of those looked at
      if (band > first && bandOf(bounds, count, Math.min(ay[i]!, by[i]!)) < band) continue
      covered += strip(ax[i]!, ay[i]!, bx[i]!, by[i]!, west, south, east, north)
    }
  }
  return Math.max(0, Math.min(1, covered / (width * height)))
}

/** Signed area between the rectangle's west side and one edge, within the rectangle. */
function strip(
  ax: number, ay: number, bx: number, by: number,
  west: number, south: number, east: number, north: number,
): number {
  if (ay === by || (ax <= west && bx <= west)) return 0
  if (ay > by) return -strip(bx, by, ax, ay, west, south, east, north)
  if (by <= south || ay >= north) return 0
  const slope = (bx - ax) / (by - ay)
  const y0 = Math.max(ay, south)
  const y1 = Math.min(by, north)
  const x0 = ay >= south ? ax : ax + slope * (south - ay)
  const x1 = by <= north ? bx : ax + slope * (north - ay)
  return heldIntegral(Math.min(x0, x1) - west, Math.max(x0, x1) - west, east - west) * (y1 - y0)
}

/** Mean of a value running evenly from `low` to `high`, held between 0 and `top`. */
function heldIntegral(low: number, high: number, top: number): number {
  if (high <= 0) return 0
  if (low >= top) return top
  if (low >= 0 && high <= top) return (low + high) / 2
  const from = Math.max(low, 0)
  const to = Math.min(high, top)
  const held = ((from + to) / 2) * (to - from) + Math.max(0, high - top) * top
  return held / (high - low)
}
