import { DRAWING_ZOOM } from '../mercator.ts'
import { firstVertex, type ShapeColumns } from './shape-columns.ts'

/**
 * A path in whole units of the tile of zoom `z` whose north-west corner is `ox`, `oy` units from the world's: x, y,
 * x, y …, no vertex twice in a row, with the vertices that are drawn at that zoom.
 */
export function pathAt(columns: ShapeColumns, number: number, z: number, ox: number, oy: number): number[] {
  const { path, zooms, pathEnds } = columns
  const shift = DRAWING_ZOOM - z
  const half = shift === 0 ? 0 : 1 << (shift - 1)
  const drawn: number[] = []
  let lastX = NaN
  let lastY = NaN
  for (let v = firstVertex(columns, number); v < pathEnds[number]!; v++) {
    if (zooms[v]! > z) continue
    const x = ((path[2 * v]! + half) >> shift) - ox
    const y = ((path[2 * v + 1]! + half) >> shift) - oy
    if (x === lastX && y === lastY) continue
    drawn.push(x, y)
    lastX = x
    lastY = y
  }
  return drawn
}
