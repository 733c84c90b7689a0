import type { LngLat } from '../geometry/position.ts'
import { edgeEnd, headOf, nodeCount, type RoadGraph } from './graph.ts'
import { spotsOf } from './care.ts'
import { placeAlong } from './place-along.ts'
import { ROAD_CLASSES, type RoadClass } from './road-class.ts'
import type { RoadName } from './road-columns.ts'
import type { RoadPicture } from './road-picture.ts'
import { roadWhereabouts, type RoadWhereabouts } from './road-whereabouts.ts'
import { USE } from './road-use.ts'
import type { Blocks } from './travel.ts'

/** A stretch of road without which the people behind it have no hospital. */
export type SinglePoint = RoadName & RoadWhereabouts & { at: LngLat; roadId: number; class: RoadClass; bridge: boolean; people: number; buildings: number }

/**
 * Stretches that alone connect buildings (of those numbered) with every hospital, by bridges of the graph (Tarjan 1974) as
 * seen from all hospitals together. Of a row of them one behind the other, the first is named, and every bridge over
 * something; fewer than `least` buildings behind are not worth a line. The most people first, `most` of them.
 */
export function singlePoints(picture: RoadPicture, numbers: readonly number[], blocks: Blocks, { least, most }: { least: number; most: number }): SinglePoint[] {
  const { graph, buildings } = picture
  const seeds = spotsOf(picture.places, 'hospital', 'designated_hospital').flatMap(({ edge }) => [graph.edgeFrom[edge]!, graph.edgeTo[edge]!])
  const [people, houses] = [new Float64Array(nodeCount(graph)), new Uint32Array(nodeCount(graph))]
  const walk = treeFrom(graph, seeds, blocks)
  for (const i of numbers) {
    const edge = buildings.edge[i]!
    if (edge < 0) continue
    // behind whichever end is farther from the hospitals
    const [a, b] = [graph.edgeFrom[edge]!, graph.edgeTo[edge]!]
    const node = walk.order[a]! > walk.order[b]! ? a : b
    people[node]! += buildings.people[i]! > 0 ? buildings.people[i]! : 0
    houses[node]! += 1
  }
  const found: { edge: number; bridge: boolean; people: number; buildings: number }[] = []
  for (const node of walk.visited.toReversed()) {
    const half = walk.entry[node]!
    if (half < 0) continue
    const parent = headOf(graph, half ^ 1)
    people[parent]! += people[node]!
    houses[parent]! += houses[node]!
  }
  for (const node of walk.visited) {
    const half = walk.entry[node]!
    if (half < 0 || walk.low[node]! < walk.order[node]! || houses[node]! < least) continue
    const edge = half >> 1
    const road = graph.edgeRoad[edge]!
    const parent = headOf(graph, half ^ 1)
    const behindOne = walk.entry[parent]! >= 0 && walk.low[parent] === walk.order[parent]
    const bridge = (graph.use[road]! & USE.bridge) !== 0
    if (behindOne && !bridge) continue
    found.push({ edge, bridge, people: Math.round(people[node]!), buildings: houses[node]! })
  }
  return found
    .toSorted((a, b) => b.people - a.people || b.buildings - a.buildings)
    .slice(0, most)
    .map(({ edge, ...point }) => ({ ...point, ...whatAndWhere(graph, edge) }))
}

function whatAndWhere(graph: RoadGraph, edge: number): Omit<SinglePoint, 'bridge' | 'people' | 'buildings'> {
  const road = graph.edgeRoad[edge]!
  return {
    at: placeAlong(graph, (graph.edgeStart[edge]! + edgeEnd(graph, edge)) / 2),
    roadId: graph.id[road]!,
    class: ROAD_CLASSES[graph.class[road]!]!,
    ...graph.names[graph.name[road]!]!,
    ...roadWhereabouts(graph, edge),
  }
}

/** A depth-first tree over the emergency network: order of visit, lowest order reached back, half-edge it was entered by. */
type Tree = { visited: number[]; order: Int32Array; low: Int32Array; entry: Int32Array }

function treeFrom(graph: RoadGraph, seeds: readonly number[], blocks: Blocks): Tree {
  const count = nodeCount(graph)
  const tree: Tree = { visited: [], order: new Int32Array(count).fill(-1), low: new Int32Array(count), entry: new Int32Array(count).fill(-1) }
  const { order, low, entry } = tree
  const isSeed = new Set(seeds)
  const next = graph.nodeHalves.slice(0, count)
  const visit = (node: number, half: number) => {
    order[node] = tree.visited.length
    // every hospital is the root: whoever reaches another one reaches the first
    low[node] = isSeed.has(node) ? 0 : order[node]!
    entry[node] = half
    tree.visited.push(node)
  }
  for (const seed of seeds) {
    if (order[seed] !== -1) continue
    visit(seed, -1)
    const stack = [seed]
    while (stack.length > 0) {
      const node = stack.at(-1)!
      const i = next[node]!
      if (i < graph.nodeHalves[node + 1]!) {
        next[node] = i + 1
        const half = graph.halves[i]!
        if (half === (entry[node]! ^ 1) || blocks.has(half >> 1)) continue
        if (!(graph.use[graph.edgeRoad[half >> 1]!]! & USE.emergency)) continue
        const other = headOf(graph, half)
        if (order[other] === -1) {
          visit(other, half)
          stack.push(other)
        } else low[node] = Math.min(low[node]!, order[other]!)
      } else {
        stack.pop()
        const parent = stack.at(-1)
        if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!)
      }
    }
  }
  return tree
}
