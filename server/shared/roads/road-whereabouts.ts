import FlatQueue from 'flatqueue'
import { edgeEnd, headOf, type RoadGraph } from './graph.ts'
import { nearestRoad } from './nearest-road.ts'
import { placeAlong } from './place-along.ts'
import type { RoadName } from './road-columns.ts'

/** What a nameless road is told by: the named roads that its two ends lead to, or else the nearest named one. */
export type RoadWhereabouts = { joins: RoadName[]; near: RoadName | null }

/** Along nameless roads a named one is sought this far, and over the fields that far. Metres. */
const ALONG_M = 1500
const NEAR_M = 1000

/** Where an edge of a nameless road is; a named road needs no more, and has nothing here. */
export function roadWhereabouts(graph: RoadGraph, edge: number): RoadWhereabouts {
  if (isNamed(graph, graph.edgeRoad[edge]!)) return { joins: [], near: null }
  const ends = [graph.edgeFrom[edge]!, graph.edgeTo[edge]!].flatMap((node) => namedFrom(graph, node, edge) ?? [])
  const joins = [...new Set(ends)].map((name) => graph.names[name]!)
  if (joins.length > 0) return { joins, near: null }
  const middle = placeAlong(graph, (graph.edgeStart[edge]! + edgeEnd(graph, edge)) / 2)
  const found = nearestRoad(graph, middle, NEAR_M, (road) => isNamed(graph, road))
  return { joins: [], near: found && graph.names[graph.name[found.road]!]! }
}

const isNamed = ({ names, name }: RoadGraph, road: number): boolean => {
  const called = names[name[road]!]!
  return (called.name ?? called.ref) !== null
}

/** The first named road on the way from a node, not over `without`; its number in `names`, or null. */
function namedFrom(graph: RoadGraph, start: number, without: number): number | null {
  const queue = new FlatQueue<number>()
  const metres = new Map([[start, 0]])
  queue.push(start, 0)
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (let i = graph.nodeHalves[node]!; i < graph.nodeHalves[node + 1]!; i++) {
      const half = graph.halves[i]!
      const road = graph.edgeRoad[half >> 1]!
      if (half >> 1 === without) continue
      if (isNamed(graph, road)) return graph.name[road]!
      const [other, after] = [headOf(graph, half), metres.get(node)! + graph.edgeM[half >> 1]!]
      if (after > ALONG_M || after >= (metres.get(other) ?? Infinity)) continue
      metres.set(other, after)
      queue.push(other, after)
    }
  }
  return null
}
