import { DRAWING_ZOOM } from './mercator.ts'

// below half a pixel of a 512-pixel tile
const STRAY = 3

/**
 * For each vertex of a path (x, y, x, y … in units of DRAWING_ZOOM) the least zoom at which it is drawn: where leaving
 * it out would move the line by more than STRAY units (Douglas–Peucker, for all zooms at once: a vertex weighs no more
 * than those between which it was found). The ends are drawn at every zoom, and at DRAWING_ZOOM nothing is left out.
 */
export function vertexZooms(path: Int32Array): Uint8Array {
  const last = path.length / 2 - 1
  const zooms = new Uint8Array(last + 1).fill(DRAWING_ZOOM)
  zooms[0] = zooms[last] = 0
  const open = [0, last, 0]
  while (open.length > 0) {
    const parent = open.pop()!
    const end = open.pop()!
    const start = open.pop()!
    const [at, distance2] = farthestBetween(path, start, end)
    const zoom = Math.max(parent, zoomOf(distance2))
    if (zoom >= DRAWING_ZOOM) continue
    zooms[at] = zoom
    open.push(start, at, zoom, at, end, zoom)
  }
  return zooms
}

// the least z at which √distance2 · 2^(z − DRAWING_ZOOM) is more than STRAY
const zoomOf = (distance2: number) => Math.max(0, Math.floor(DRAWING_ZOOM + Math.log2(STRAY) - Math.log2(distance2) / 2) + 1)

/** The vertex between two others that lies farthest from the segment between them, and its squared distance. */
function farthestBetween(path: Int32Array, first: number, last: number): [at: number, distance2: number] {
  const ax = path[2 * first]!
  const ay = path[2 * first + 1]!
  const dx = path[2 * last]! - ax
  const dy = path[2 * last + 1]! - ay
  const length2 = dx * dx + dy * dy
  let farthest = first
  let most = 0
  for (let i = first + 1; i < last; i++) {
    const px = path[2 * i]! - ax
    const py = path[2 * i + 1]! - ay
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2))
    const ex = px - t * dx
    const ey = py - t * dy
    const distance2 = ex * ex + ey * ey
    if (distance2 > most) {
      most = distance2
      farthest = i
    }
  }
  return [farthest, most]
}
