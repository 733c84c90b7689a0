import type { MultiPolygon, Polygon } from 'geojson'
import type { LngLat } from '../geometry/position.ts'
import { prepareArea } from '../geometry/prepare-area.ts'
import { edgeEnd, type RoadGraph } from './graph.ts'
import { gatePosts } from './gate-posts.ts'
import { mergeCrossings, type MergedCrossing } from './merge-crossings.ts'
import { minCut } from './min-cut.ts'
import { motorwayRamps } from './motorway-ramps.ts'
import { nearestRoad } from './nearest-road.ts'
import { positionAt } from './place-along.ts'
import { rawCrossings } from './raw-crossings.ts'
import { MOTORWAY } from './road-class.ts'
import { INSIDE, sealNetwork, WORLD, type SealNetwork } from './seal-network.ts'

export type LeastGatesAsked = {
  /** How far the sealed line may move out from the drawn one, in metres. */
  maxOutM: number
  /** The fewest gates, or the fewest posts to staff them. */
  by: 'gates' | 'posts'
  /** Places of gates that must stay, [lng, lat]. */
  fixed: readonly LngLat[]
}

export type LeastGatesFault = 'fixed_off_road' | 'cannot_be_sealed'

/** `gates` are places on edges; `within` the edges outside the area that come to lie inside the sealed line. */
export type LeastGates =
  | { ok: true; drawn: MergedCrossing[]; gates: MergedCrossing[]; within: number[] }
  | { ok: false; reason: LeastGatesFault; at?: LngLat }

/** A fixed gate stands on the nearest road within this distance, in metres. */
const FIXED_M = 30
/** A gate that is not on the drawn line stands this far behind the last junction inside, in metres. */
const BEHIND_JUNCTION_M = 12
/** Outweighs every number of posts that a cut can have, so that of the fewest gates those with the fewest posts win. */
const FIRST = 1_000_000

/**
 * The fewest road cuts that seal an area, or the cheapest: a minimal cut of the roads between it and everything farther
 * out than `maxOutM`. A motorway's main line is never cut. Where the drawn line has no more gates, it is the answer.
 */
export function leastGates(graph: RoadGraph, area: Polygon | MultiPolygon, asked: LeastGatesAsked): LeastGates {
  const prepared = prepareArea(area)
  const ramps = motorwayRamps(graph, prepared).map((ramp) => ({ ...ramp, passages: 1 }))
  const merged = [...mergeCrossings(graph, rawCrossings(graph, prepared)), ...ramps]
  const drawn = merged.filter(({ road }) => graph.class[road] !== MOTORWAY)
  const network = sealNetwork(graph, area, merged, asked.maxOutM)
  const capacity = network.edge.map((edge) => {
    const road = graph.edgeRoad[edge]!
    if (graph.class[road] === MOTORWAY) return Infinity
    return asked.by === 'gates' ? FIRST + gatePosts(graph, road) : FIRST * gatePosts(graph, road) + 1
  })
  const [from, to] = [[...network.from], [...network.to]]
  for (const place of asked.fixed) {
    const found = nearestRoad(graph, place, FIXED_M)
    const links = found === null ? [] : network.edge.flatMap((edge, i) => (edge === found.edge ? [i] : []))
    if (links.length === 0) return { ok: false, reason: 'fixed_off_road', at: place }
    for (const i of links) {
      const [inner, outer] = ends(network, i)
      from.push(INSIDE, WORLD)
      to.push(inner, outer)
      capacity.push(Infinity, Infinity)
    }
  }
  const { value, near } = minCut({ nodes: network.node.length, from, to, capacity }, INSIDE, WORLD)
  if (value === Infinity) return { ok: false, reason: 'cannot_be_sealed' }
  const cut = network.edge.flatMap((_, i) => (near[network.from[i]!] === near[network.to[i]!] ? [] : [i]))
  const gates = cut.map((i) => gateAt(graph, network, i, near, drawn))
  const price = (list: readonly MergedCrossing[]) =>
    asked.by === 'gates' ? list.length : list.reduce((sum, { road }) => sum + gatePosts(graph, road), 0)
  if (asked.fixed.length === 0 && price(drawn) <= price(gates)) return { ok: true, drawn, gates: drawn, within: [] }
  const isCut = new Set(cut.map((i) => network.edge[i]!))
  const within = network.edge.filter((edge, i) => near[network.from[i]!] === 1 && !isCut.has(edge))
  const loops = network.loops.flatMap(({ edge, node }) => (near[node] === 1 ? [edge] : []))
  return { ok: true, drawn, gates, within: [...new Set([...within, ...loops])] }
}

/** The ends of a link, the one nearer to the inside first. */
function ends({ from, to, depth }: SealNetwork, i: number): [number, number] {
  const [a, b] = [from[i]!, to[i]!]
  return depth[a]! <= depth[b]! ? [a, b] : [b, a]
}

function gateAt(graph: RoadGraph, network: SealNetwork, i: number, near: Uint8Array, drawn: readonly MergedCrossing[]): MergedCrossing {
  const edge = network.edge[i]!
  const road = graph.edgeRoad[edge]!
  const inner = near[network.from[i]!] === 1 ? network.from[i]! : network.to[i]!
  const [outer] = [inner === network.from[i]! ? network.to[i]! : network.from[i]!]
  const outerIsEnd = outer === WORLD ? null : graph.edgeTo[edge] === network.node[outer]
  const here = drawn.filter((crossing) => crossing.edge === edge)
  if (inner === INSIDE && here.length > 0) return outerIsEnd === false ? here[0]! : here.at(-1)!
  const forward = inner === INSIDE ? outerIsEnd !== false : graph.edgeFrom[edge] === network.node[inner]
  const metres = Math.min(BEHIND_JUNCTION_M, graph.edgeM[edge]! / 2)
  const at = positionAt(graph, edge, forward ? metres : graph.edgeM[edge]! - metres, edgeEnd(graph, edge))
  return { edge, road, at, heading: forward ? -1 : 1, passages: 1 }
}
