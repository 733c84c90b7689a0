import type { LngLat } from '../geometry/position.ts'
import { SCALE, type RoadColumns } from './road-columns.ts'
import { segmentM } from './segment-m.ts'

/** The place at a position along a road: 12.25 lies a quarter of the way from position 12 to 13. */
export function placeAlong({ coordinates }: Pick<RoadColumns, 'coordinates'>, at: number): LngLat {
  const p = Math.floor(at)
  const part = at - p
  const [x, y] = [coordinates[2 * p]! / SCALE, coordinates[2 * p + 1]! / SCALE]
  if (part === 0) return [x, y]
  return [x + part * (coordinates[2 * p + 2]! / SCALE - x), y + part * (coordinates[2 * p + 3]! / SCALE - y)]
}

/** Metres along the line from one position to a later one of the same road. */
export function metresAlong(columns: Pick<RoadColumns, 'coordinates'>, from: number, to: number): number {
  let metres = 0
  let [x, y] = placeAlong(columns, from)
  for (let p = Math.floor(from) + 1; p < to; p++) {
    const [nx, ny] = placeAlong(columns, p)
    metres += segmentM(x, y, nx, ny)
    ;[x, y] = [nx, ny]
  }
  return to > from ? metres + segmentM(x, y, ...placeAlong(columns, to)) : 0
}

/** The position `metres` along an edge whose last position is `end`. */
export function positionAt(graph: Pick<RoadColumns, 'coordinates'> & { edgeStart: Uint32Array }, edge: number, metres: number, end: number): number {
  let left = metres
  for (let p = graph.edgeStart[edge]!; p < end; p++) {
    const length = metresAlong(graph, p, p + 1)
    if (left <= length) return length > 0 ? p + left / length : p
    left -= length
  }
  return end
}
