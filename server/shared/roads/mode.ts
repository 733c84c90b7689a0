import { CAR_S_PER_M, FOOT_S_PER_M } from './road-class.ts'
import { USE } from './road-use.ts'

/** How somebody travels. An ambulance or fire engine goes in either direction, at a vehicle's speed. */
export type Mode = 'foot' | 'car' | 'emergency'

/** Bits of `USE` that allow a mode along a road's line and against it. */
export const MODE_BITS: Readonly<Record<Mode, { along: number; against: number }>> = {
  foot: { along: USE.foot, against: USE.foot },
  car: { along: USE.carAlong, against: USE.carAgainst },
  emergency: { along: USE.emergency, against: USE.emergency },
}

/** Where tags let vehicles onto a path: walking pace and a half. */
const CREEP_S_PER_M = 3.6 / 8

/** Seconds a metre on a road of a class number. */
export function secondsPerM(mode: Mode, classNumber: number): number {
  if (mode === 'foot') return FOOT_S_PER_M
  const pace = CAR_S_PER_M[classNumber]!
  return pace === Infinity ? CREEP_S_PER_M : pace
}
