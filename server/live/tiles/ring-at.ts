import { DRAWING_ZOOM, EXTENT } from './mercator.ts'
import type { DrawnRing } from './zone-drawing.ts'

/**
 * A ring in the whole units of the tile of zoom `z` whose north-west corner is `ox`, `oy` units from the world's:
 * closed, x, y, x, y …, no vertex twice in a row, with the vertices that are drawn at zoom `detail`.
 */
export function ringAt({ path, zooms }: DrawnRing, z: number, ox: number, oy: number, detail = z): number[] {
  const shift = DRAWING_ZOOM - z
  const half = shift === 0 ? 0 : 1 << (shift - 1)
  const ring: number[] = []
  let lastX = NaN
  let lastY = NaN
  for (let i = 0; i < zooms.length; i++) {
    if (zooms[i]! > detail) continue
    const x = ((path[2 * i]! + half) >> shift) - ox
    const y = ((path[2 * i + 1]! + half) >> shift) - oy
    if (x === lastX && y === lastY) continue
    ring.push(x, y)
    lastX = x
    lastY = y
  }
  return ring
}

/**
 * The same without the vertices that make no difference within `margin` of the tile: those that lie, with both of their
 * neighbours, beyond the same side. Of a township that reaches over many tiles a near tile needs few vertices.
 */
export function ringNear({ path, zooms }: DrawnRing, z: number, ox: number, oy: number, margin: number): number[] {
  const shift = DRAWING_ZOOM - z
  const half = shift === 0 ? 0 : 1 << (shift - 1)
  const high = EXTENT + margin
  const ring: number[] = []
  let end = 0
  let before = 0
  let last = 0
  for (let i = 0; i < zooms.length; i++) {
    if (zooms[i]! > z) continue
    const x = ((path[2 * i]! + half) >> shift) - ox
    const y = ((path[2 * i + 1]! + half) >> shift) - oy
    if (end > 0 && x === ring[end - 2] && y === ring[end - 1]) continue
    const beyond = (x < -margin ? 1 : x > high ? 2 : 0) | (y < -margin ? 4 : y > high ? 8 : 0)
    if ((before & last & beyond) !== 0) end -= 2
    else before = last
    last = beyond
    ring[end++] = x
    ring[end++] = y
  }
  ring.length = end
  return ring
}

/** Twice the area of a closed ring by the surveyor's formula; positive for clockwise on the screen; 0 for fewer than three sides. */
export function flatArea2(ring: readonly number[]): number {
  if (ring.length < 8) return 0
  let sum = 0
  for (let i = 0; i + 3 < ring.length; i += 2) sum += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!
  return sum
}
