import type { LngLat } from '../geometry/position.ts'
import type { RoadGraph } from './graph.ts'
import { SCALE } from './road-columns.ts'
import { metresPerDegree } from './segment-m.ts'

/** A place on a road: its edge, the position along the road, and how far it is from where it was asked for, in metres. */
export type OnRoad = { road: number; edge: number; at: number; metres: number }

/** The nearest place on a road within `withinM` metres that `wanted` accepts (by road), or null. Degrees, EPSG:4326. */
export function nearestRoad(
  graph: RoadGraph,
  [lng, lat]: Readonly<LngLat>,
  withinM: number,
  wanted: (road: number) => boolean = () => true,
): OnRoad | null {
  const [kx, ky] = metresPerDegree(lat)
  const [dx, dy] = [(withinM / kx) * SCALE, (withinM / ky) * SCALE]
  const [x, y] = [lng * SCALE, lat * SCALE]
  let best: { road: number; at: number; metres: number } | null = null
  for (const road of graph.index?.search(x - dx, y - dy, x + dx, y + dy) ?? []) {
    if (!wanted(road)) continue
    const found = nearestOn(graph, road, x, y, kx / SCALE, ky / SCALE)
    if (found.metres <= withinM && found.metres < (best?.metres ?? Infinity)) best = { road, ...found }
  }
  return best && { ...best, edge: edgeAt(graph, best.road, best.at) }
}

/** The nearest place on one road: position along it and metres; (x, y) in the units of the coordinates. */
export function nearestOn({ start, coordinates }: RoadGraph, road: number, x: number, y: number, kx: number, ky: number): { at: number; metres: number } {
  let best = { at: start[road]!, metres: Infinity }
  for (let p = start[road]!; p < start[road + 1]! - 1; p++) {
    const [ax, ay] = [(coordinates[2 * p]! - x) * kx, (coordinates[2 * p + 1]! - y) * ky]
    const [ux, uy] = [(coordinates[2 * p + 2]! - x) * kx - ax, (coordinates[2 * p + 3]! - y) * ky - ay]
    const length2 = ux * ux + uy * uy
    const part = length2 > 0 ? Math.min(1, Math.max(0, -(ax * ux + ay * uy) / length2)) : 0
    const metres = Math.hypot(ax + part * ux, ay + part * uy)
    if (metres < best.metres) best = { at: p + part, metres }
  }
  return best
}

/** The edge of a road that holds a position along it; at a junction the one that comes before it. */
export function edgeAt({ roadEdges, edgeStart }: RoadGraph, road: number, at: number): number {
  let edge = roadEdges[road]!
  while (edge + 1 < roadEdges[road + 1]! && edgeStart[edge + 1]! < at) edge += 1
  return edge
}
