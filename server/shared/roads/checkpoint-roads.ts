import type { RoadGraph } from './graph.ts'
import { nearestRoad } from './nearest-road.ts'

export type CheckpointKind = 'gate' | 'closure' | 'natural'

/** A checkpoint as the audit needs it; degrees, EPSG:4326. `roadId` is the road's number in the database. */
export type GatePoint = {
  id: number
  kind: CheckpointKind
  state: 'planned' | 'staffed' | 'suspended' | 'withdrawn'
  greenLane: boolean
  lng: number
  lat: number
  roadId: number | null
}

/** A checkpoint that names no road stands on the nearest one within this distance, in metres. */
const ON_ROAD_M = 15

/** The road (by its number in the graph) that a checkpoint stands on, or null. The graph's roads are sorted by id. */
export function roadOfCheckpoint(graph: RoadGraph, { roadId, lng, lat }: GatePoint): number | null {
  const named = roadId === null ? null : roadById(graph, roadId)
  return named ?? nearestRoad(graph, [lng, lat], ON_ROAD_M)?.road ?? null
}

function roadById({ id }: RoadGraph, wanted: number): number | null {
  let [low, high] = [0, id.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (id[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return id[low] === wanted ? low : null
}

/**
 * Whether two roads are one to somebody who guards it: the same, of one name, or nameless ones of a class of which one
 * goes on where the other ends.
 */
export function sameRoad(graph: RoadGraph, a: number, b: number): boolean {
  if (a === b) return true
  if (graph.name[a] !== graph.name[b]) return false
  if (graph.name[a] !== 0) return true
  if (graph.class[a] !== graph.class[b]) return false
  const ends = endsOf(graph, a)
  return endsOf(graph, b).some((node) => ends.includes(node))
}

const endsOf = ({ roadEdges, edgeFrom, edgeTo }: RoadGraph, road: number): number[] =>
  [edgeFrom[roadEdges[road]!]!, edgeTo[roadEdges[road + 1]! - 1]!]
