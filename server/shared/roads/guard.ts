import type { PreparedArea } from '../geometry/prepare-area.ts'
import { roadOfCheckpoint, sameRoad, type GatePoint } from './checkpoint-roads.ts'
import { nearEdgeOf } from './edge-distance.ts'
import type { RoadGraph } from './graph.ts'
import type { MergedCrossing } from './merge-crossings.ts'
import { placeAlong } from './place-along.ts'
import { metresPerDegree, segmentM } from './segment-m.ts'

/** A checkpoint guards crossings of its own road within this distance, in metres. */
export const GUARD_M = 60
/** A checkpoint this near to the edge is meant for it: if it guards nothing it is an orphan. Metres. */
const NEAR_EDGE_M = 150

type Guards = { held: (GatePoint | null)[]; orphans: number[] }

/** For each crossing the checkpoint that holds it, and the checkpoints near the edge that hold none. */
export function guardCrossings(graph: RoadGraph, crossings: readonly MergedCrossing[], checkpoints: readonly GatePoint[], area: PreparedArea): Guards {
  const [kx, ky] = metresPerDegree((area.bounds[1] + area.bounds[3]) / 2)
  const [west, south, east, north] = area.bounds
  const near = checkpoints.filter(
    ({ state, lng, lat }) =>
      state !== 'withdrawn' &&
      lng >= west - NEAR_EDGE_M / kx && lng <= east + NEAR_EDGE_M / kx &&
      lat >= south - NEAR_EDGE_M / ky && lat <= north + NEAR_EDGE_M / ky,
  )
  const roads = near.map((checkpoint) => roadOfCheckpoint(graph, checkpoint))
  const used = new Set<number>()
  const held = crossings.map(({ road, at }) => {
    const place = placeAlong(graph, at)
    let best: { checkpoint: GatePoint; rank: number; metres: number } | null = null
    for (const [i, checkpoint] of near.entries()) {
      if (Math.abs(checkpoint.lat - place[1]) * ky > GUARD_M) continue
      const metres = segmentM(checkpoint.lng, checkpoint.lat, ...place)
      const on = roads[i]!
      if (metres > GUARD_M || on === null || !sameRoad(graph, on, road)) continue
      used.add(checkpoint.id)
      const rank = rankOf(checkpoint)
      if (best === null || rank < best.rank || (rank === best.rank && metres < best.metres)) best = { checkpoint, rank, metres }
    }
    return best?.checkpoint ?? null
  })
  const unused = near.filter(({ id }) => !used.has(id))
  const isNear = unused.length > 0 ? nearEdgeOf(area, NEAR_EDGE_M) : () => false
  const orphans = unused.filter(({ lng, lat }) => isNear([lng, lat])).map(({ id }) => id)
  return { held, orphans }
}

// what is there comes before what is planned
const rankOf = ({ kind, state }: GatePoint): number => (state === 'staffed' || kind === 'natural' ? 0 : 1)
