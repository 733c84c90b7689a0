import type { Position } from 'geojson'
import { band } from './band.ts'
import { containsPoint } from './contains-point.ts'
import { nestRings } from './ring-nest.ts'

/** A geometry in plane metres. */
export type PlaneShapes = { points: Position[]; lines: Position[][]; polygons: Position[][][] }

/**
 * The polygons within `distance` of the shapes, or with a negative distance the polygons less their rim.
 * Only points and open lines are given to JTS, for its buffer of rings leaves holes that are not there when the
 * distance is large against the ring. Polygons are done by their edges: every ring of the buffered edges runs at
 * the distance from them, so it lies clear inside or outside of the polygons, and that alone says what it is:
 *
 *   ring of the edges' band   lies outside            lies inside
 *   its shell                 shell of the dilation   hole of the erosion
 *   its hole                  hole of the dilation    shell of the erosion
 */
export function offsetRings(
  { points, lines, polygons }: PlaneShapes,
  distance: number,
  quadrantSegments: number,
): Position[][][] {
  // a disc that does not fit the bounds fits nowhere: the commonest vanished buffer, without the work
  if (distance < 0 && !polygons.some((rings) => discFits(rings[0]!, -distance))) return []
  const edges = [...lines, ...polygons.flat()].flatMap(openPieces)
  const polygonsOfBand = band(points, edges, Math.abs(distance), quadrantSegments)
  if (polygons.length === 0) return polygonsOfBand
  const area = { type: 'MultiPolygon' as const, coordinates: polygons }
  const wanted = distance < 0
  const keep = (ring: Position[]): boolean => containsPoint(area, ring[0]![0]!, ring[0]![1]!) === wanted
  const shells = polygonsOfBand.map(([shell]) => shell!).filter(keep)
  const holes = polygonsOfBand.flatMap(([, ...rest]) => rest).filter(keep)
  return wanted ? nestRings(holes, shells) : nestRings(shells, holes)
}

function discFits(shell: Position[], radius: number): boolean {
  const xs = shell.map(([x]) => x!)
  const ys = shell.map(([, y]) => y!)
  const span = (values: number[]) => values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b))
  return Math.min(span(xs), span(ys)) >= 2 * radius
}

/** A closed line in two halves that are open; an open line as it is. */
function openPieces(line: Position[]): Position[][] {
  const [first, last] = [line[0]!, line.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1] || line.length < 3) return [line]
  const half = line.length >> 1
  return [line.slice(0, half + 1), line.slice(half)]
}
