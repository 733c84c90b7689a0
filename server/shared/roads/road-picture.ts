import type { PlaceKind } from '../schema/vocabulary.ts'
import type { RoadGraph } from './graph.ts'
import { nearestRoad } from './nearest-road.ts'
import { HAS_HOUSES } from './road-class.ts'
import { USE } from './road-use.ts'

/** Farther than this from any known road a building counts as not surveyed. Metres. */
export const SURVEYED_M = 100
/** Places stand back from the road in their grounds. Metres. */
const PLACE_M = 300

/** Buildings and the place on a road where each is reached; `edge` is −1 where none is within `SURVEYED_M`. */
export type RoadBuildings = { lng: Float64Array; lat: Float64Array; people: Float64Array; edge: Int32Array; at: Float64Array }

/** A place that people go to or goods come from, as it is stored. */
export type RoadPlace = {
  id: number
  kind: PlaceKind
  name: string
  nameEn: string | null
  lng: number
  lat: number
  /** Rooms or beds, NaN where unknown. */
  rooms: number
  /** `ready`, `in_use`, …; empty where unknown. */
  state: string
}

/** The places with the place on a road where each is reached; `edge` is −1 where there is none. */
export type PlacedPlace = RoadPlace & { edge: number; at: number }

/** Where the roads come from; every answer says it. */
export type RoadSource = { source: string; title: string; asOf: string; roads: number }

/** The roads with who lives along them and what lies along them. */
export type RoadPicture = { graph: RoadGraph; buildings: RoadBuildings; places: PlacedPlace[]; sources: RoadSource[] }

export type BuildingPoints = { lng: ArrayLike<number>; lat: ArrayLike<number>; people: ArrayLike<number> }

/**
 * Finds for every building the nearest road that a fire engine or a person may use and stop on, and for every place the
 * nearest that vehicles use. A motorway and its ramps, a ferry and a tunnel are no building's road, however near they run.
 * Degrees, EPSG:4326.
 */
export function roadPicture(graph: RoadGraph, buildings: BuildingPoints, places: readonly RoadPlace[], sources: RoadSource[]): RoadPicture {
  const count = buildings.lng.length
  const edge = new Int32Array(count)
  const at = new Float64Array(count)
  const leadsToHouses = (road: number) =>
    HAS_HOUSES[graph.class[road]!]! && (graph.use[road]! & USE.tunnel) === 0 && (graph.use[road]! & (USE.foot | USE.emergency)) !== 0
  for (let i = 0; i < count; i++) {
    const found = nearestRoad(graph, [buildings.lng[i]!, buildings.lat[i]!], SURVEYED_M, leadsToHouses)
    edge[i] = found?.edge ?? -1
    at[i] = found?.at ?? 0
  }
  const driven = (road: number) => (graph.use[road]! & USE.emergency) !== 0
  return {
    graph,
    buildings: {
      lng: Float64Array.from(buildings.lng),
      lat: Float64Array.from(buildings.lat),
      people: Float64Array.from(buildings.people),
      edge,
      at,
    },
    places: places.map((place) => {
      const found = nearestRoad(graph, [place.lng, place.lat], PLACE_M, driven)
      return { ...place, edge: found?.edge ?? -1, at: found?.at ?? 0 }
    }),
    sources,
  }
}
