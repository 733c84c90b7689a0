import type { LngLat } from '../geometry/position.ts'
import { careReach, CARES, type Care } from './care.ts'
import { edgeEnd, headOf, nodeCount, type RoadGraph } from './graph.ts'
import { peopleIn } from './inside-buildings.ts'
import type { RoadPicture } from './road-picture.ts'
import { blocksOf, type Blocks, type Spot } from './travel.ts'

/** People who hang together by road and have lost a care that they have without the closures. */
export type CutOff = { at: LngLat; buildings: number; people: number; lost: Care[]; streets: string[] }

export type CutOffs = {
  cutOff: CutOff[]
  /** Cares of which the data has no place: of these nothing is said. */
  unknown: Care[]
  /** Buildings that no road in the data connects to care even without closures. */
  unconnected: number
}

/**
 * The groups of buildings, among those numbered, that closures take some care away from, which they have with no closures
 * (or with those `before`); the largest first.
 */
export function cutOffs(picture: RoadPicture, numbers: readonly number[], closures: readonly Spot[], before: readonly Spot[] = []): CutOffs {
  const { buildings, graph } = picture
  const surveyed = numbers.filter((i) => buildings.edge[i]! >= 0)
  const blocks = blocksOf(closures)
  const open = careReach(picture, blocksOf(before))
  const closed = closures.length === 0 ? open : careReach(picture, blocks)
  const unknown = CARES.filter((care) => open[care] === null)
  const groups = new Map<string, { numbers: number[]; lost: Set<Care> }>()
  const component = componentsOf(graph, blocks)
  let unconnected = 0
  for (const i of surveyed) {
    const spot = { edge: buildings.edge[i]!, at: buildings.at[i]! }
    const reaches = (reach: typeof open, care: Care) => (reach[care]?.(spot) ?? Infinity) < Infinity
    const lost = CARES.filter((care) => reaches(open, care) && !reaches(closed, care))
    if (!unknown.includes('ambulance') && !reaches(open, 'ambulance')) unconnected += 1
    if (lost.length === 0) continue
    const key = `${component(spot)}|${lost.join()}`
    if (!groups.has(key)) groups.set(key, { numbers: [], lost: new Set(lost) })
    groups.get(key)!.numbers.push(i)
  }
  const cutOff = [...groups.values()].map(({ numbers, lost }): CutOff => {
    const first = numbers[0]!
    const streets = new Set(numbers.flatMap((i) => graph.names[graph.name[graph.edgeRoad[buildings.edge[i]!]!]!]!.name ?? []))
    return {
      at: [buildings.lng[first]!, buildings.lat[first]!],
      buildings: numbers.length,
      people: Math.round(peopleIn(buildings, numbers)),
      lost: [...lost],
      streets: [...streets].slice(0, 5),
    }
  })
  return { cutOff: cutOff.toSorted((a, b) => b.people - a.people || b.buildings - a.buildings), unknown, unconnected }
}

/** Names the part of the network that a spot belongs to when the blocked edges are taken out, whoever may use it. */
function componentsOf(graph: RoadGraph, blocks: Blocks): (spot: Spot) => string {
  const part = new Int32Array(nodeCount(graph)).fill(-1)
  const flood = (seed: number): number => {
    if (part[seed] !== -1) return part[seed]!
    const queue = [seed]
    part[seed] = seed
    for (let node = queue.pop(); node !== undefined; node = queue.pop())
      for (let i = graph.nodeHalves[node]!; i < graph.nodeHalves[node + 1]!; i++) {
        const half = graph.halves[i]!
        const other = headOf(graph, half)
        if (blocks.has(half >> 1) || part[other] !== -1) continue
        part[other] = seed
        queue.push(other)
      }
    return seed
  }
  return ({ edge, at }) => {
    const stops = (blocks.get(edge) ?? []).toSorted((a, b) => a - b)
    if (stops.length === 0 || at < stops[0]!) return String(flood(graph.edgeFrom[edge]!))
    if (at > stops.at(-1)!) return String(flood(graph.edgeTo[edge]!))
    // between two closures of one road
    return `${edge}:${stops.findIndex((stop) => stop >= at)}:${edgeEnd(graph, edge)}`
  }
}
