import type Flatbush from 'flatbush'
import type { RoadColumns } from './road-columns.ts'

/**
 * Roads as a graph, in columns. Edge e is a stretch of a road without a junction: from the position `edgeStart[e]` to the
 * next edge's of the same road, or to the road's last; the edges of road r are those from `roadEdges[r]` to before
 * `roadEdges[r + 1]`. Node n's half-edges are `halves` from `nodeHalves[n]` to before `nodeHalves[n + 1]`: 2e leaves edge
 * e's start, 2e + 1 its end; so the first of them says where the node lies (`nodePosition`).
 */
export type RoadGraph = Omit<RoadColumns, 'level'> & {
  roadEdges: Uint32Array
  edgeStart: Uint32Array
  edgeRoad: Uint32Array
  edgeFrom: Uint32Array
  edgeTo: Uint32Array
  /** Metres on the ellipsoid. */
  edgeM: Float32Array
  nodeHalves: Uint32Array
  halves: Uint32Array
  /** Bits of `USE` that a barrier at the node stops. */
  nodeStops: Uint8Array
  /** Bounds of the roads, by road number, in the units of the coordinates; null where there is no road. */
  index: Flatbush | null
}

export const edgeCount = ({ edgeStart }: Pick<RoadGraph, 'edgeStart'>): number => edgeStart.length
export const nodeCount = ({ nodeHalves }: Pick<RoadGraph, 'nodeHalves'>): number => nodeHalves.length - 1

/** The last position of an edge. */
export function edgeEnd({ edgeRoad, roadEdges, edgeStart, start }: RoadGraph, edge: number): number {
  const road = edgeRoad[edge]!
  return edge + 1 < roadEdges[road + 1]! ? edgeStart[edge + 1]! : start[road + 1]! - 1
}

/** A position at which a node lies. */
export function nodePosition(graph: RoadGraph, node: number): number {
  const half = graph.halves[graph.nodeHalves[node]!]!
  return half & 1 ? edgeEnd(graph, half >> 1) : graph.edgeStart[half >> 1]!
}

/** The node at the other end of a half-edge. */
export const headOf = ({ edgeFrom, edgeTo }: RoadGraph, half: number): number =>
  half & 1 ? edgeFrom[half >> 1]! : edgeTo[half >> 1]!
