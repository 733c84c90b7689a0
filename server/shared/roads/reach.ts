import type { LngLat } from '../geometry/position.ts'
import type { PlaceKind } from '../schema/vocabulary.ts'
import { MODE_BITS, type Mode } from './mode.ts'
import { nearestRoad } from './nearest-road.ts'
import type { PlacedPlace, RoadPicture } from './road-picture.ts'
import { blocksOf, travel, type Spot } from './travel.ts'

/** A place of a kind and the time to it; null seconds: no way. */
export type Reached = { place: PlacedPlace; seconds: number | null }

export type ReachAsked = { from: LngLat; mode: Mode; kinds: readonly PlaceKind[]; closures: readonly Spot[]; limit: number }

/** The nearest road that the mode may use is sought within this distance, in metres. */
const OFF_ROAD_M = 300

/** The places of the kinds by time from a point, the quickest first; null where no road of the mode is near the point. */
export function reach(picture: RoadPicture, { from, mode, kinds, closures, limit }: ReachAsked): Reached[] | null {
  const { graph, places } = picture
  const bits = MODE_BITS[mode].along | MODE_BITS[mode].against
  const start = nearestRoad(graph, from, OFF_ROAD_M, (road) => (graph.use[road]! & bits) !== 0)
  if (start === null) return null
  const way = travel(graph, { mode, direction: 'from', spots: [start], blocks: blocksOf(closures) })
  return places
    .filter(({ kind }) => kinds.includes(kind))
    .map((place) => ({ place, time: place.edge < 0 ? Infinity : way.toSpot(place) }))
    .toSorted((a, b) => a.time - b.time)
    .slice(0, limit)
    .map(({ place, time }) => ({ place, seconds: time < Infinity ? Math.round(time) : null }))
}
