import type { LngLat } from './position.ts'

const EARTH_RADIUS_M = 6_371_009
const METRES_PER_DEGREE = (Math.PI / 180) * EARTH_RADIUS_M

/**
 * The line with positions added on its edges, so that bending each edge onto the globe moves it by less than
 * `toleranceM`. A straight edge in degrees and the straight edge of a local plane part by L² tan φ / 8R in the middle.
 */
export function densify(line: LngLat[], toleranceM: number): LngLat[] {
  const dense: LngLat[] = []
  for (let i = 0; i < line.length; i++) {
    const [bx, by] = line[i]!
    if (i > 0) {
      const [ax, ay] = line[i - 1]!
      const pieces = piecesOf(ax, ay, bx, by, toleranceM)
      for (let k = 1; k < pieces; k++) dense.push([ax + ((bx - ax) * k) / pieces, ay + ((by - ay) * k) / pieces])
    }
    dense.push([bx, by])
  }
  return dense
}

/** How many pieces an edge in degrees needs for the tolerance in metres. */
function piecesOf(ax: number, ay: number, bx: number, by: number, toleranceM: number): number {
  const phi = (Math.max(Math.abs(ay), Math.abs(by)) * Math.PI) / 180
  const length = METRES_PER_DEGREE * Math.hypot((bx - ax) * Math.cos(phi), by - ay)
  // tan φ is 0 on the equator, where edges still part by their length against the plane's own bend
  const bend = (length * length * (Math.tan(phi) + length / EARTH_RADIUS_M)) / (8 * EARTH_RADIUS_M)
  return Math.max(1, Math.ceil(Math.sqrt(bend / toleranceM)))
}
