import type { MultiPolygon, Polygon } from 'geojson'
import type { LngLat } from '../geometry/position.ts'
import { cutOffs, type CutOffs } from './cut-off.ts'
import { insideBuildings, peopleIn } from './inside-buildings.ts'
import type { RoadPicture } from './road-picture.ts'
import { singlePoints, type SinglePoint } from './single-points.ts'
import { spotsOf } from './care.ts'
import { blocksOf, travel, type Spot } from './travel.ts'

/** Fewer buildings than this behind one stretch of road are not listed as a single point of failure. */
const LEAST_BEHIND = 5
const MOST_SINGLE_POINTS = 20
/** Hours within which a positive is moved to the designated hospital, and a close contact to a quarantine site. */
const HOSPITAL_H = 2
const QUARANTINE_H = 8

export type AccessAsked = { closures: readonly Spot[]; roomsPer10k: number }

/** Buildings of one street that are farther than the hours allow; null hours: no way at all. */
export type TooFar = { street: string | null; at: LngLat; buildings: number; people: number; hours: number | null }

export type ReachTimes = { limitHours: number; places: number; medianMinutes: number | null; longestMinutes: number | null; beyond: TooFar[] }

export type Access = CutOffs & {
  buildings: number
  people: number
  /** Buildings farther than 100 m from any known road. */
  notSurveyed: number
  singlePoints: SinglePoint[]
  designatedHospital: ReachTimes
  quarantineSite: ReachTimes
  rooms: { needed: number; ready: number }
}

/** Whom closures cut off in an area, what hangs on one stretch of road, and how far care is. EPSG:4326. */
export function access(picture: RoadPicture, area: Polygon | MultiPolygon, { closures, roomsPer10k }: AccessAsked): Access {
  const { buildings, places } = picture
  const numbers = insideBuildings(buildings, area)
  const surveyed = numbers.filter((i) => buildings.edge[i]! >= 0)
  const blocks = blocksOf(closures)
  const people = peopleIn(buildings, numbers)
  const ready = places.filter(({ kind, state }) => kind === 'quarantine_site' && state === 'ready')
  return {
    buildings: numbers.length,
    people: Math.round(people),
    notSurveyed: numbers.length - surveyed.length,
    ...cutOffs(picture, numbers, closures),
    singlePoints: singlePoints(picture, numbers, blocks, { least: LEAST_BEHIND, most: MOST_SINGLE_POINTS }),
    designatedHospital: times(spotsOf(places, 'designated_hospital'), HOSPITAL_H),
    quarantineSite: times(spotsOf(ready, 'quarantine_site'), QUARANTINE_H),
    rooms: {
      needed: Math.ceil((people * roomsPer10k) / 10_000),
      ready: ready.reduce((sum, { rooms }) => sum + (rooms > 0 ? rooms : 0), 0),
    },
  }

  function times(spots: readonly Spot[], limitHours: number): ReachTimes {
    const way = travel(picture.graph, { mode: 'emergency', direction: 'to', spots, blocks })
    const hours = surveyed.map((i) => way.toSpot({ edge: buildings.edge[i]!, at: buildings.at[i]! }) / 3600)
    const finite = hours.filter((h) => h < Infinity).toSorted((a, b) => a - b)
    const minutes = (h: number | undefined) => (h === undefined ? null : Math.round(h * 600) / 10)
    return {
      limitHours,
      places: spots.length,
      medianMinutes: minutes(finite[finite.length >> 1]),
      longestMinutes: minutes(finite.at(-1)),
      beyond: spots.length === 0 ? [] : tooFar(picture, surveyed, hours, limitHours),
    }
  }
}

function tooFar({ graph, buildings }: RoadPicture, numbers: readonly number[], hours: readonly number[], limit: number): TooFar[] {
  const streets = new Map<number, TooFar>()
  for (const [k, i] of numbers.entries()) {
    const h = hours[k]!
    if (h <= limit) continue
    const name = graph.name[graph.edgeRoad[buildings.edge[i]!]!]!
    const street = streets.get(name) ?? { street: graph.names[name]!.name, at: [buildings.lng[i]!, buildings.lat[i]!], buildings: 0, people: 0, hours: 0 }
    street.buildings += 1
    street.people += buildings.people[i]! > 0 ? buildings.people[i]! : 0
    street.hours = h === Infinity || street.hours === null ? null : Math.max(street.hours, Math.round(h * 10) / 10)
    streets.set(name, street)
  }
  return [...streets.values()].map((street) => ({ ...street, people: Math.round(street.people) })).toSorted((a, b) => b.people - a.people).slice(0, 50)
}
