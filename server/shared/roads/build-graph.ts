import Flatbush from 'flatbush'
import { barrierLookup } from './barrier-lookup.ts'
import { findNodes, type Nodes } from './find-nodes.ts'
import type { RoadGraph } from './graph.ts'
import { growing } from './growing.ts'
import { roadCount, SCALE, type RoadColumns } from './road-columns.ts'
import { segmentM } from './segment-m.ts'

type Edges = Pick<RoadGraph, 'roadEdges' | 'edgeStart' | 'edgeRoad' | 'edgeFrom' | 'edgeTo' | 'edgeM'>

/** Builds the graph of roads: about two seconds for a million edges. */
export function buildGraph(roads: RoadColumns): RoadGraph {
  const nodes = findNodes(roads)
  const edges = cutIntoEdges(roads, nodes)
  // storeys have done their part
  const { level: _, ...columns } = roads
  return {
    ...columns,
    ...edges,
    ...halvesOf(edges, nodes.at.length),
    nodeStops: stopsOf(roads, nodes),
    index: indexOf(roads),
  }
}

function cutIntoEdges(roads: RoadColumns, nodes: Nodes): Edges {
  const { start, coordinates } = roads
  const roadEdges = new Uint32Array(roadCount(roads) + 1)
  const [edgeStart, edgeRoad] = [growing(Uint32Array), growing(Uint32Array)]
  const [edgeFrom, edgeTo, edgeM] = [growing(Uint32Array), growing(Uint32Array), growing(Float32Array)]
  for (let road = 0; road < roadCount(roads); road++) {
    roadEdges[road] = edgeStart.length()
    let [from, metres] = [start[road]!, 0]
    for (let p = from + 1; p < start[road + 1]!; p++) {
      const [x, y] = [coordinates[2 * p]! / SCALE, coordinates[2 * p + 1]! / SCALE]
      metres += segmentM(coordinates[2 * p - 2]! / SCALE, coordinates[2 * p - 1]! / SCALE, x, y)
      if (nodes.of[p] === -1) continue
      edgeStart.push(from)
      edgeRoad.push(road)
      edgeFrom.push(nodes.of[from]!)
      edgeTo.push(nodes.of[p]!)
      edgeM.push(metres)
      ;[from, metres] = [p, 0]
    }
  }
  roadEdges[roadCount(roads)] = edgeStart.length()
  return {
    roadEdges,
    edgeStart: edgeStart.finish(),
    edgeRoad: edgeRoad.finish(),
    edgeFrom: edgeFrom.finish(),
    edgeTo: edgeTo.finish(),
    edgeM: edgeM.finish(),
  }
}

function halvesOf({ edgeFrom, edgeTo }: Edges, nodes: number): Pick<RoadGraph, 'nodeHalves' | 'halves'> {
  const nodeHalves = new Uint32Array(nodes + 1)
  for (const node of edgeFrom) nodeHalves[node + 1]! += 1
  for (const node of edgeTo) nodeHalves[node + 1]! += 1
  for (let node = 0; node < nodes; node++) nodeHalves[node + 1]! += nodeHalves[node]!
  const halves = new Uint32Array(2 * edgeFrom.length)
  const next = nodeHalves.slice()
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    halves[next[edgeFrom[edge]!]!++] = 2 * edge
    halves[next[edgeTo[edge]!]!++] = 2 * edge + 1
  }
  return { nodeHalves, halves }
}

function stopsOf(roads: RoadColumns, nodes: Nodes): Uint8Array {
  const stoppedAt = barrierLookup(roads)
  return Uint8Array.from(nodes.at, (p) => stoppedAt(roads.coordinates[2 * p]!, roads.coordinates[2 * p + 1]!) ?? 0)
}

function indexOf({ start, coordinates, class: classes }: RoadColumns): Flatbush | null {
  if (classes.length === 0) return null
  const index = new Flatbush(classes.length, 16, Int32Array)
  for (let road = 0; road < classes.length; road++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let p = start[road]!; p < start[road + 1]!; p++) {
      const [x, y] = [coordinates[2 * p]!, coordinates[2 * p + 1]!]
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
    index.add(west, south, east, north)
  }
  index.finish()
  return index
}
