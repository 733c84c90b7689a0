import { prepareArea, type PreparedArea } from '../geometry/prepare-area.ts'
import { preparedSide } from '../geometry/prepared-contains.ts'
import type { MultiPolygon, Polygon } from 'geojson'
import { nearEdgeOf } from './edge-distance.ts'
import { nodePosition, type RoadGraph } from './graph.ts'
import type { MergedCrossing } from './merge-crossings.ts'
import { onMotorway } from './motorway-ramps.ts'
import { placeAlong } from './place-along.ts'

/** Node 0 is the ground that must be sealed in, node 1 the world; the others are junctions where the line may go. */
export const INSIDE = 0
export const WORLD = 1

/**
 * The roads between an area and the world as a flow network. Link i is the graph's edge `edge[i]` and goes from the
 * network's node `from[i]` to `to[i]`; `node` gives the graph's node of a network node, and `depth` its distance from
 * the inside in links. `loops` are edges that come back to the network's node that they leave: out of the area and in again
 * without a junction, or round from one junction; they need no gate, and are sealed in where their node is.
 */
export type SealNetwork = { edge: number[]; from: number[]; to: number[]; node: number[]; depth: number[]; loops: { edge: number; node: number }[] }

/**
 * Junctions outside the area and at most `maxOutM` metres from it (and those on its very edge) may come to lie inside the
 * sealed line; everything beyond is the world, and so is a motorway's main line wherever it runs.
 */
export function sealNetwork(
  graph: RoadGraph,
  area: Polygon | MultiPolygon,
  crossings: readonly MergedCrossing[],
  maxOutM: number,
): SealNetwork {
  const prepared = prepareArea(area)
  const network: SealNetwork = { edge: [], from: [], to: [], node: [-1, -1], depth: [0, Infinity], loops: [] }
  const sideOf = sides(graph, prepared, prepareArea(withoutHoles(area)), maxOutM)
  const numbers = new Map<number, number>()
  const queue: number[] = []
  const numberOf = (node: number, depth: number): number => {
    const side = sideOf(node)
    if (side !== 'free') return side === 'inside' ? INSIDE : WORLD
    let number = numbers.get(node)
    if (number === undefined) {
      numbers.set(node, (number = network.node.length))
      network.node.push(node)
      network.depth.push(depth)
      queue.push(node)
    }
    return number
  }
  const link = (edge: number, from: number, to: number) => {
    if (from === to) {
      if (from !== WORLD) network.loops.push({ edge, node: from })
      return
    }
    network.edge.push(edge)
    network.from.push(from)
    network.to.push(to)
  }
  const seen = new Set<number>()
  const take = (edge: number, depth: number, crosses: boolean) => {
    if (seen.has(edge)) return
    seen.add(edge)
    const [a, b] = [numberOf(graph.edgeFrom[edge]!, depth), numberOf(graph.edgeTo[edge]!, depth)]
    // in and out again without a junction inside: both ways lead out of the area
    if (crosses && a !== INSIDE && b !== INSIDE) {
      link(edge, INSIDE, a)
      link(edge, INSIDE, b)
    } else link(edge, a, b)
  }
  const within = new Set(crossings.filter(({ heading }) => heading !== 0).map(({ edge }) => edge))
  for (const { edge } of crossings) take(edge, 1, within.has(edge))
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!
    for (let i = graph.nodeHalves[node]!; i < graph.nodeHalves[node + 1]!; i++)
      take(graph.halves[i]! >> 1, network.depth[numbers.get(node)!]! + 1, false)
  }
  return network
}

const withoutHoles = (area: Polygon | MultiPolygon): MultiPolygon =>
  ({ type: 'MultiPolygon', coordinates: (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map(([shell]) => [shell!]) })

function sides(graph: RoadGraph, area: PreparedArea, filled: PreparedArea, maxOutM: number): (node: number) => 'inside' | 'free' | 'world' {
  const isNear = nearEdgeOf(area, maxOutM)
  return (node) => {
    if (onMotorway(graph, node)) return 'world'
    const place = placeAlong(graph, nodePosition(graph, node))
    const side = preparedSide(area, ...place)
    if (side === 1) return 'inside'
    // a hole is the ground of a stricter zone, which the line never takes in
    if (side === -1 && preparedSide(filled, ...place) === 1) return 'world'
    return side === 0 || isNear(place) ? 'free' : 'world'
  }
}
