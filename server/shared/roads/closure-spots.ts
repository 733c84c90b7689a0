import { roadOfCheckpoint, type GatePoint } from './checkpoint-roads.ts'
import { edgeEnd, type RoadGraph } from './graph.ts'
import { edgeAt, nearestOn } from './nearest-road.ts'
import { SCALE } from './road-columns.ts'
import { metresPerDegree } from './segment-m.ts'
import type { Spot } from './travel.ts'

/** Where closures stand on the roads: those in place, and those planned if asked for. */
export const closureSpots = (graph: RoadGraph, checkpoints: readonly GatePoint[], planned: boolean): Spot[] =>
  checkpoints
    .filter(({ kind, state }) => kind === 'closure' && (state === 'staffed' || (planned && state === 'planned')))
    .flatMap((checkpoint) => spotOf(graph, checkpoint) ?? [])

/** In parts of a segment. */
const OFF_END = 1e-6

function spotOf(graph: RoadGraph, checkpoint: GatePoint): Spot | null {
  const road = roadOfCheckpoint(graph, checkpoint)
  if (road === null) return null
  const { lng, lat } = checkpoint
  const [kx, ky] = metresPerDegree(lat)
  const { at } = nearestOn(graph, road, lng * SCALE, lat * SCALE, kx / SCALE, ky / SCALE)
  return offEnds(graph, { edge: edgeAt(graph, road, at), at })
}

/** What stands at a junction stands on its own road, just behind it. */
export const offEnds = (graph: RoadGraph, { edge, at }: Spot): Spot =>
  ({ edge, at: Math.min(edgeEnd(graph, edge) - OFF_END, Math.max(graph.edgeStart[edge]! + OFF_END, at)) })
