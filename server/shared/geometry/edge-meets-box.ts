import { orientation } from './orientation.ts'

/** Whether a straight edge and a closed rectangle share a point; exact. */
export function edgeMeetsBox(
  ax: number, ay: number, bx: number, by: number,
  west: number, south: number, east: number, north: number,
): boolean {
  if (Math.max(ax, bx) < west || Math.min(ax, bx) > east) return false
  if (Math.max(ay, by) < south || Math.min(ay, by) > north) return false
  // the bounds meet: only a rectangle wholly on one side of the edge's line is missed
  const first = Math.sign(orientation(ax, ay, bx, by, west, south))
  return (
    first === 0 ||
    Math.sign(orientation(ax, ay, bx, by, east, south)) !== first ||
    Math.sign(orientation(ax, ay, bx, by, east, north)) !== first ||
    Math.sign(orientation(ax, ay, bx, by, west, north)) !== first
  )
}
