import type { Bounds } from '../geometry/position.ts'
import type { CellGrid } from './figures.ts'
import { intervalAt } from './interval-at.ts'

/** The part of a grid that has every cell which bounds in degrees meet; null where it has none. */
export function gridWithin(grid: CellGrid, [west, south, east, north]: Bounds): CellGrid | null {
  const { xs, ys, people, households, source } = grid
  const columns = xs.length - 1
  const [left, right] = [Math.max(0, intervalAt(xs, west)), Math.min(columns - 1, intervalAt(xs, east))]
  const [first, last] = [Math.max(0, intervalAt(ys, south)), Math.min(ys.length - 2, intervalAt(ys, north))]
  if (right < left || last < first) return null
  const width = right - left + 1
  const cut = (values: CellGrid['people']) => {
    const count = width * (last - first + 1)
    const part = values instanceof Float32Array ? new Float32Array(count) : new Float64Array(count)
    for (let row = first; row <= last; row++) {
      const start = row * columns + left
      part.set(values.subarray(start, start + width), (row - first) * width)
    }
    return part
  }
  return {
    xs: xs.slice(left, right + 2),
    ys: ys.slice(first, last + 2),
    people: cut(people),
    households: households && cut(households),
    source,
  }
}
