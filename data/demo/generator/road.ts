import type { Xy } from './vector.ts'

export type RoadClass =
  | 'motorway' | 'motorway_link' | 'trunk' | 'primary' | 'secondary' | 'tertiary' | 'residential' | 'service' | 'track' | 'path' | 'footway' | 'ferry' | 'rail'

/** A stretch of road with one set of properties; stretches that share a coordinate are joined there. */
export type Road = {
  class: RoadClass
  name: string
  ref: string
  line: Xy[]
  oneway?: boolean
  bridge?: boolean
  tunnel?: boolean
  layer?: number
}

/** Metres from the centre line to the kerb, for what must keep clear of a road. */
export const HALF_WIDTH: Readonly<Record<RoadClass, number>> = {
  motorway: 16, motorway_link: 8, trunk: 11, primary: 10, secondary: 8, tertiary: 6, residential: 5, service: 3, track: 2.5, path: 1.5, footway: 1.5, ferry: 1, rail: 12,
}
