import type { PreparedArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import { headOf, nodePosition, type RoadGraph } from './graph.ts'
import { placeAlong } from './place-along.ts'
import { MOTORWAY } from './road-class.ts'
import { SCALE } from './road-columns.ts'
import type { RawCrossing } from './raw-crossing.ts'

/**
 * Where one gets off a motorway inside an area. No gate may stand on a motorway's main line, so the main line counts as
 * outside wherever it runs, and each other road that meets it inside the area is a crossing, at the junction.
 */
export function motorwayRamps(graph: RoadGraph, area: PreparedArea): RawCrossing[] {
  const [west, south, east, north] = area.bounds
  const found = new Map<number, RawCrossing>()
  const roads = graph.index?.search(west * SCALE, south * SCALE, east * SCALE, north * SCALE, (r) => graph.class[r] === MOTORWAY) ?? []
  for (const road of roads)
    for (let edge = graph.roadEdges[road]!; edge < graph.roadEdges[road + 1]!; edge++)
      for (const node of [graph.edgeFrom[edge]!, graph.edgeTo[edge]!])
        if (preparedContains(area, ...placeAlong(graph, nodePosition(graph, node)))) {
          for (const ramp of rampsAt(graph, node)) found.set(ramp.edge, ramp)
        }
  return [...found.values()]
}

function rampsAt(graph: RoadGraph, node: number): RawCrossing[] {
  return Array.from(graph.halves.subarray(graph.nodeHalves[node]!, graph.nodeHalves[node + 1]!)).flatMap((half) => {
    const edge = half >> 1
    const road = graph.edgeRoad[edge]!
    if (graph.class[road] === MOTORWAY || onMotorway(graph, headOf(graph, half))) return []
    const last = edge + 1 < graph.roadEdges[road + 1]! ? graph.edgeStart[edge + 1]! : graph.start[road + 1]! - 1
    return [{ edge, road, at: half & 1 ? last : graph.edgeStart[edge]!, heading: 0 as const }]
  })
}

/** Whether a motorway's main line goes through a node. */
export function onMotorway(graph: RoadGraph, node: number): boolean {
  for (let i = graph.nodeHalves[node]!; i < graph.nodeHalves[node + 1]!; i++)
    if (graph.class[graph.edgeRoad[graph.halves[i]! >> 1]!] === MOTORWAY) return true
  return false
}
