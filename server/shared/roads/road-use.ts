import { isDriven, isWalked, type RoadClass } from './road-class.ts'

/** Who may use a road: bits of the column `use`. */
export const USE = {
  foot: 1,
  /** A vehicle, in the direction of the line. */
  carAlong: 2,
  carAgainst: 4,
  /** An ambulance or a fire engine, in either direction: against a one-way under escort, on private ground, among walkers. */
  emergency: 8,
  bridge: 16,
  tunnel: 32,
} as const

export type RoadTraits = {
  class: RoadClass
  oneway: boolean
  bridge: boolean
  tunnel: boolean
  /** OSM tags or none: access, vehicle, motor_vehicle, motorcar, foot, emergency, area. */
  tags: Readonly<Record<string, string>>
}

const NO = new Set(['no', 'private', 'agricultural', 'forestry', 'military', 'use_sidepath', 'delivery'])
const YES = new Set(['yes', 'permissive', 'designated', 'destination', 'customers', 'residents', 'official'])

/** The bits of a road, by its class and by what its tags allow; the more special tag wins over the more general one. */
export function useOf({ class: name, oneway, bridge, tunnel, tags }: RoadTraits): number {
  const car = verdict(isDriven(name), tags, ['access', 'vehicle', 'motor_vehicle', 'motorcar'])
  const foot = verdict(isWalked(name), tags, ['access', 'foot'])
  const emergency = car || YES.has(tags['emergency'] ?? '') || (isDriven(name) && tags['emergency'] !== 'no')
  const built = name !== 'construction'
  return (
    (foot ? USE.foot : 0) |
    (car && built ? USE.carAlong | (oneway ? 0 : USE.carAgainst) : 0) |
    (emergency && built ? USE.emergency : 0) |
    (bridge ? USE.bridge : 0) |
    (tunnel ? USE.tunnel : 0)
  )
}

function verdict(byClass: boolean, tags: RoadTraits['tags'], keys: readonly string[]): boolean {
  let may = byClass
  for (const key of keys) {
    const value = tags[key] ?? ''
    if (NO.has(value)) may = false
    else if (YES.has(value)) may = true
  }
  return may
}
