import type { CoverScratch, CoverWindow } from './cover-scratch.ts'
import type { EdgeColumns } from './hold-edges.ts'
import { intervalAt } from './interval-at.ts'

/**
 * Cuts edges along the parallels of a grid and links the runs into the lists of the columns that they begin in. No edge
 * may reach further west or east than the window; what lies south or north of it is left out. The scratch has the room.
 */
export function cutEdges(
  { perHeight, inColumn, runs, places }: CoverScratch,
  { ax, ay, bx, by }: EdgeColumns,
  xs: Float64Array,
  ys: Float64Array,
  { first, last, left, right }: CoverWindow,
): void {
  // one function with all its columns at hand: this loop is a third of the time that the count of a large area takes
  const south = ys[first]!
  const north = ys[last + 1]!
  const origin = xs[0]!
  const perColumn = (xs.length - 1) / (xs[xs.length - 1]! - origin)
  let at = 0
  for (let i = 0; i < ax.length; i++) {
    // the inside is on the left of an edge: east of one that goes down; a level one covers nothing
    const down = ay[i]! > by[i]!
    const lowX = down ? bx[i]! : ax[i]!
    const lowY = down ? by[i]! : ay[i]!
    const highX = down ? ax[i]! : bx[i]!
    const highY = down ? ay[i]! : by[i]!
    let y = lowY > south ? lowY : south
    const top = highY < north ? highY : north
    if (!(y < top)) continue
    const slope = (highX - lowX) / (highY - lowY)
    const eastward = slope > 0
    const sign = down ? 1 : -1
    const steepness = sign / Math.abs(slope)
    let x = y > lowY ? reached(lowX, highX, slope, y - lowY) : lowX
    let c = ((x - origin) * perColumn) | 0
    if (c > right) c = right
    if (c > left && x < xs[c]!) c--
    else if (c < right && x >= xs[c + 1]!) c++
    for (let row = intervalAt(ys, y); y < top; row++) {
      const line = ys[row + 1]!
      const nextY = line < top ? line : top
      const nextX = nextY === highY ? highX : reached(lowX, highX, slope, nextY - lowY)
      // whole-number arithmetic: Math.floor would leave a double, to be made whole at each use; lines are less than half
      // a step off, so this is at most one off
      let next = ((nextX - origin) * perColumn) | 0
      if (next > right) next = right
      if (next > left && nextX < xs[next]!) next--
      else if (next < right && nextX >= xs[next + 1]!) next++
      const low = eastward ? c : next
      runs[at] = eastward ? x : nextX
      runs[at + 1] = eastward ? nextX : x
      runs[at + 2] = sign * (nextY - y) * perHeight[row]!
      runs[at + 3] = steepness * perHeight[row]!
      places[at] = row
      places[at + 1] = low
      places[at + 2] = eastward ? next : c
      places[at + 3] = inColumn[low]!
      inColumn[low] = at
      at += 4
      x = nextX
      y = nextY
      c = next
    }
  }
}

/** The longitude of an edge so far above its lower end, never past its upper one: so it goes one way from row to row. */
function reached(lowX: number, highX: number, slope: number, above: number): number {
  const x = lowX + slope * above
  return (slope > 0 ? x > highX : x < highX) ? highX : x
}
