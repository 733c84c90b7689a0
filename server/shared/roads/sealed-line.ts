import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boundsOf } from '../geometry/bounds.ts'
import { buffer } from '../geometry/buffer.ts'
import { containsPoint } from '../geometry/contains-point.ts'
import { rightHanded } from '../geometry/ring-direction.ts'
import { union } from '../geometry/union.ts'
import { edgeEnd, type RoadGraph } from './graph.ts'
import type { MergedCrossing } from './merge-crossings.ts'
import { placeAlong } from './place-along.ts'
import { SCALE } from './road-columns.ts'

/** The sealed line goes this far beside a road that it takes in, in metres. */
const BESIDE_M = 6

/**
 * The drawn area with every road in `within`, as a strip of 12 m, up to the gates, and the blocks that these enclose
 * where no other road lies in them: the least ground that the gates seal. EPSG:4326.
 */
export function sealedLine(graph: RoadGraph, area: Polygon | MultiPolygon, within: readonly number[], gates: readonly MergedCrossing[]): MultiPolygon {
  const strips = [...within.map((edge) => lineOf(graph, graph.edgeStart[edge]!, edgeEnd(graph, edge))), ...stubs(graph, within, gates)]
  const drawn = multi(area)
  if (strips.length === 0) return drawn
  const buffered = buffer({ type: 'MultiLineString', coordinates: strips }, BESIDE_M)
  if (!buffered.ok) throw new Error(`roads cannot be buffered: ${buffered.reason}`)
  const whole = buffered.geometry === null ? drawn : (union([area, buffered.geometry]) ?? drawn)
  const taken = new Set(within)
  const coordinates = whole.coordinates.map(([shell, ...holes]) => [shell!, ...holes.filter((hole) => mustStay(graph, drawn, taken, hole))])
  return { type: 'MultiPolygon', coordinates }
}

const multi = (area: Polygon | MultiPolygon): MultiPolygon =>
  ({ type: 'MultiPolygon', coordinates: (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map((rings) => rightHanded(rings)) })

/** From the last junction inside to the gate, of gates on edges that begin where an edge within ends. */
function stubs(graph: RoadGraph, within: readonly number[], gates: readonly MergedCrossing[]): Position[][] {
  const nodes = new Set(within.flatMap((edge) => [graph.edgeFrom[edge]!, graph.edgeTo[edge]!]))
  return gates.flatMap(({ edge, at, heading }) => {
    if (heading === 0 || !nodes.has(heading === -1 ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!)) return []
    return [heading === -1 ? lineOf(graph, graph.edgeStart[edge]!, at) : lineOf(graph, at, edgeEnd(graph, edge))]
  })
}

function lineOf(graph: RoadGraph, from: number, to: number): Position[] {
  const line: Position[] = [placeAlong(graph, from)]
  for (let p = Math.floor(from) + 1; p < to; p++) line.push(placeAlong(graph, p))
  return [...line, placeAlong(graph, to)]
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
