import { exactSide } from './exact-side.ts'

// Error bound of the plain double evaluation (Shewchuk's ccwerrboundA), and a floor for products that underflow.
const RELATIVE_BOUND = (3 + 16 * 2 ** -53) * 2 ** -53
const ABSOLUTE_BOUND = 1e-290

/**
 * Whether rings cover a point, edges and vertices included; exact for every finite double.
 * `coordinates` holds x, y interleaved; ring i is the closed run of vertices `ringEnds[i - 1]`..`ringEnds[i]`
 * (from `firstVertex` for the first), its last vertex equal to its first. Even–odd over all rings, so holes need no
 * mark of their own.
 */
export function coversPoint(
  coordinates: Float64Array,
  firstVertex: number,
  ringEnds: ArrayLike<number>,
  x: number,
  y: number,
): boolean {
  let inside = false
  let start = firstVertex
  for (let ring = 0; ring < ringEnds.length; ring++) {
    const end = ringEnds[ring]!
    let x0 = coordinates[2 * start]!
    let y0 = coordinates[2 * start + 1]!
    for (let v = start + 1; v < end; v++) {
      const x1 = coordinates[2 * v]!
      const y1 = coordinates[2 * v + 1]!
      const above0 = y0 > y
      if (above0 !== y1 > y) {
        const side = sideOf(x0, y0, x1, y1, x, y)
        if (side === 0) return true
        // The edge crosses the ray to the right of the point: upward with the point on its left, or the reverse.
        if (side > 0 !== above0) inside = !inside
      } else if ((y0 === y || y1 === y) && touches(x0, y0, x1, y1, x, y)) {
        return true
      }
      x0 = x1
      y0 = y1
    }
    start = end
  }
  return inside
}

// An edge that does not span the point's latitude holds it only as an end, or along a level edge.
function touches(x0: number, y0: number, x1: number, y1: number, x: number, y: number): boolean {
  if ((x0 === x && y0 === y) || (x1 === x && y1 === y)) return true
  return y0 === y && y1 === y && x0 < x !== x1 < x
}

function sideOf(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const left = (bx - ax) * (py - ay)
  const right = (by - ay) * (px - ax)
  const side = left - right
  if (Math.abs(side) > RELATIVE_BOUND * (Math.abs(left) + Math.abs(right)) + ABSOLUTE_BOUND) return side
  return exactSide(ax, ay, bx, by, px, py)
}
