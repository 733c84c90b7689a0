import { DRAWING_ZOOM } from './mercator.ts'
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

/** Twice the area of a closed ring by the surveyor's formula; positive for clockwise on the screen; 0 for fewer than three sides. */
export function flatArea2(ring: readonly number[]): number {
  if (ring.length < 8) return 0
  let sum = 0
  for (let i = 0; i + 3 < ring.length; i += 2) sum += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!
  return sum
}
