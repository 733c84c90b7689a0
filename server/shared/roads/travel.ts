import FlatQueue from 'flatqueue'
import { edgeEnd, nodeCount, type RoadGraph } from './graph.ts'
import { MODE_BITS, secondsPerM, type Mode } from './mode.ts'
import { metresAlong } from './place-along.ts'

/** A place on a road: its edge and the position along the road. */
export type Spot = { edge: number; at: number }

/** Where nobody of the mode gets through: positions along the roads, by edge. */
export type Blocks = ReadonlyMap<number, readonly number[]>

export type TravelAsked = {
  mode: Mode
  /** `from` the spots to everywhere, or from everywhere `to` the nearest of them. */
  direction: 'from' | 'to'
  spots: readonly Spot[]
  /** Junctions to start from beside the spots. */
  nodes?: readonly number[]
  blocks: Blocks
}

/** Seconds from (or to) the nearest spot; Infinity where there is no way. */
export type Travel = { toNode: Float64Array; toSpot(spot: Spot): number }

export function blocksOf(spots: readonly Spot[]): Blocks {
  const blocks = new Map<number, number[]>()
  for (const { edge, at } of spots) blocks.set(edge, [...(blocks.get(edge) ?? []), at])
  return blocks
}

/** Quickest ways by Dijkstra's algorithm from all spots at once. A blocked edge is passed up to the block, from both ends. */
export function travel(graph: RoadGraph, { mode, direction, spots, nodes = [], blocks }: TravelAsked): Travel {
  const { along, against } = MODE_BITS[mode]
  const stops = along | against
  const seconds = new Float64Array(nodeCount(graph)).fill(Infinity)
  const queue = new FlatQueue<number>()
  const byEdge = new Map<number, Spot[]>()

  /** Whether the half-edge may be gone from its tail (`from`), or to it (`to`). */
  const may = (half: number): boolean => {
    const backwards = (half & 1) === 1
    return (graph.use[graph.edgeRoad[half >> 1]!]! & (backwards === (direction === 'from') ? against : along)) !== 0
  }
  const paceOf = (edge: number) => secondsPerM(mode, graph.class[graph.edgeRoad[edge]!]!)
  const free = (edge: number, low: number, high: number) => !(blocks.get(edge)?.some((at) => at > low && at < high) ?? false)
  const reach = (node: number, after: number) => {
    if (after >= seconds[node]!) return
    seconds[node] = after
    queue.push(node, after)
  }

  for (const node of nodes) reach(node, 0)
  for (const spot of spots) {
    const { edge, at } = spot
    byEdge.set(edge, [...(byEdge.get(edge) ?? []), spot])
    const [start, end] = [graph.edgeStart[edge]!, edgeEnd(graph, edge)]
    if (may(2 * edge) && free(edge, at, end)) reach(graph.edgeTo[edge]!, metresAlong(graph, at, end) * paceOf(edge))
    if (may(2 * edge + 1) && free(edge, start, at)) reach(graph.edgeFrom[edge]!, metresAlong(graph, start, at) * paceOf(edge))
  }
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    // a barrier can be reached but not passed; entries that were bettered since cost a look at settled neighbours
    if (graph.nodeStops[node]! & stops) continue
    const after = seconds[node]!
    for (let i = graph.nodeHalves[node]!; i < graph.nodeHalves[node + 1]!; i++) {
      const half = graph.halves[i]!
      const edge = half >> 1
      if (!may(half) || blocks.has(edge)) continue
      reach(half & 1 ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!, after + graph.edgeM[edge]! * paceOf(edge))
    }
  }
  return { toNode: seconds, toSpot }

  function toSpot({ edge, at }: Spot): number {
    const [start, end] = [graph.edgeStart[edge]!, edgeEnd(graph, edge)]
    const pace = paceOf(edge)
    let best = Infinity
    const through = (node: number) => (graph.nodeStops[node]! & stops ? Infinity : seconds[node]!)
    if (may(2 * edge) && free(edge, start, at)) best = through(graph.edgeFrom[edge]!) + metresAlong(graph, start, at) * pace
    if (may(2 * edge + 1) && free(edge, at, end)) best = Math.min(best, through(graph.edgeTo[edge]!) + metresAlong(graph, at, end) * pace)
    for (const spot of byEdge.get(edge) ?? []) {
      const [low, high] = spot.at < at ? [spot.at, at] : [at, spot.at]
      if (may(spot.at <= at ? 2 * edge : 2 * edge + 1) && free(edge, low, high)) best = Math.min(best, metresAlong(graph, low, high) * pace)
    }
    return best
  }
}
