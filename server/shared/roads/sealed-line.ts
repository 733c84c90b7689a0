import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boundsOf } from '../geometry/bounds.ts'
import { containsPoint } from '../geometry/contains-point.ts'
import { joinPolygons } from '../geometry/join/join-polygons.ts'
import { labelPoint } from '../geometry/label-point.ts'
import { edgeEnd, type RoadGraph } from './graph.ts'
import type { LeastGates } from './least-gates.ts'
import { placeAlong } from './place-along.ts'
import { SCALE } from './road-columns.ts'
import { sealStrips } from './seal-strips.ts'

/**
 * The least ground that a least gate set seals: the drawn area with strips of the roads within, and of the blocks that these
 * enclose the ones where no other road lies. EPSG:4326.
 */
export function sealedLine(graph: RoadGraph, drawn: MultiPolygon, { within, gates }: Pick<LeastGates & { ok: true }, 'within' | 'gates'>): MultiPolygon {
  const strips = sealStrips(graph, within, gates)
  if (strips.length === 0) return drawn
  const taken = new Set(within)
  const { coordinates } = joinPolygons([...drawn.coordinates, ...strips])
  return {
    type: 'MultiPolygon',
    coordinates: coordinates.map(([shell, ...holes]) => [shell!, ...holes.filter((hole) => mustStay(graph, drawn, taken, hole))]),
  }
}

/** A hole stays where it was drawn, and where a road runs in it that is not sealed in. */
function mustStay(graph: RoadGraph, area: MultiPolygon, within: ReadonlySet<number>, hole: Position[]): boolean {
  const ring: Polygon = { type: 'Polygon', coordinates: [hole] }
  const holes = area.coordinates.flatMap(([, ...rings]) => rings)
  if (holes.length > 0) {
    // strips beside a hole's edge may have covered its corners
    const [lng, lat] = labelPoint(ring)
    if (holes.some((drawn) => containsPoint({ type: 'Polygon', coordinates: [drawn] }, lng, lat))) return true
  }
  const [west, south, east, north] = boundsOf(ring)
  return (graph.index?.search(west * SCALE, south * SCALE, east * SCALE, north * SCALE) ?? []).some((road) => {
    for (let edge = graph.roadEdges[road]!; edge < graph.roadEdges[road + 1]!; edge++) {
      if (within.has(edge)) continue
      for (let p = graph.edgeStart[edge]!; p <= edgeEnd(graph, edge); p++) if (containsPoint(ring, ...placeAlong(graph, p))) return true
    }
    return false
  })
}
