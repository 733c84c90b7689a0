import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boundsOf } from '../geometry/bounds.ts'
import { containsPoint } from '../geometry/contains-point.ts'
import { rightHanded } from '../geometry/ring-direction.ts'
import { edgeEnd, type RoadGraph } from './graph.ts'
import { placeAlong } from './place-along.ts'
import { SCALE } from './road-columns.ts'

/**
 * The least ground that the gates seal, of `joined`, the drawn area together with the strips of the roads `within`
 * (`sealStrips`): the blocks that these enclose are taken in where no other road lies in them. EPSG:4326.
 */
export function sealedLine(graph: RoadGraph, drawn: MultiPolygon, within: readonly number[], joined: MultiPolygon): MultiPolygon {
  const taken = new Set(within)
  const coordinates = joined.coordinates.map(([shell, ...holes]) =>
    rightHanded([shell!, ...holes.filter((hole) => mustStay(graph, drawn, taken, hole))]),
  )
  return { type: 'MultiPolygon', coordinates }
}

/** A hole stays where it was drawn, and where a road runs in it that is not sealed in. */
function mustStay(graph: RoadGraph, area: MultiPolygon, within: ReadonlySet<number>, hole: Position[]): boolean {
  const ring: Polygon = { type: 'Polygon', coordinates: [hole] }
  const drawn = area.coordinates.some(([, ...holes]) => holes.some((other) => containsPoint(ring, other[0]![0]!, other[0]![1]!)))
  if (drawn) return true
  const [west, south, east, north] = boundsOf(ring)
  return (graph.index?.search(west * SCALE, south * SCALE, east * SCALE, north * SCALE) ?? []).some((road) => {
    for (let edge = graph.roadEdges[road]!; edge < graph.roadEdges[road + 1]!; edge++) {
      if (within.has(edge)) continue
      for (let p = graph.edgeStart[edge]!; p <= edgeEnd(graph, edge); p++) if (containsPoint(ring, ...placeAlong(graph, p))) return true
    }
    return false
  })
}
