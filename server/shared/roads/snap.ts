import type { LngLat } from '../geometry/position.ts'
import type { Crossing } from './audit.ts'
import type { RoadGraph } from './graph.ts'
import { nearestRoad } from './nearest-road.ts'
import { placeAlong } from './place-along.ts'
import { MOTORWAY, ROAD_CLASSES, type RoadClass } from './road-class.ts'
import { segmentM } from './segment-m.ts'

/** The crossings of one zone's edge. */
export type EdgeCrossings = { zone: string; crossings: readonly Crossing[] }

/**
 * Where a checkpoint that was put down roughly belongs, and on which road: at the crossing of a zone's edge (`zone`), or
 * else on the nearest road. `metres` is how far it moved.
 */
export type Snapped = {
  at: LngLat
  zone: string | null
  roadId: number
  class: RoadClass
  name: string | null
  nameEn: string | null
  ref: string | null
  metres: number
}

/**
 * The nearest crossing of an edge within `withinM` metres, or else the nearest place on a road; null where there is neither.
 * A motorway's main line is no place for a checkpoint. Degrees, EPSG:4326, [lng, lat].
 */
export function snapCheckpoint(graph: RoadGraph, at: Readonly<LngLat>, withinM: number, edges: readonly EdgeCrossings[]): Snapped | null {
  let best: { zone: string; crossing: Crossing; metres: number } | null = null
  for (const { zone, crossings } of edges) {
    for (const crossing of crossings) {
      const metres = segmentM(...crossing.at, at[0], at[1])
      if (crossing.state !== 'through' && metres <= withinM && metres < (best?.metres ?? Infinity)) best = { zone, crossing, metres }
    }
  }
  if (best !== null) {
    const { roadId, name, nameEn, ref, class: roadClass, at: place } = best.crossing
    return { at: place, zone: best.zone, roadId, class: roadClass, name, nameEn, ref, metres: best.metres }
  }
  const found = nearestRoad(graph, at, withinM, (road) => graph.class[road] !== MOTORWAY)
  if (found === null) return null
  const { road, metres } = found
  return {
    at: placeAlong(graph, found.at), zone: null, roadId: graph.id[road]!, class: ROAD_CLASSES[graph.class[road]!]!, ...graph.names[graph.name[road]!]!, metres,
  }
}
