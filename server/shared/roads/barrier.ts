import { USE } from './road-use.ts'

// what a thing on a road stops: a gate is opened for an ambulance, a bollard is not
const STOPS_CARS = USE.carAlong | USE.carAgainst
const STOPS_WHEELS = STOPS_CARS | USE.emergency
const STOPS: Readonly<Record<string, number>> = {
  block: STOPS_WHEELS, bollard: STOPS_WHEELS, chain: STOPS_CARS, cycle_barrier: STOPS_WHEELS, debris: STOPS_WHEELS,
  full_height_turnstile: STOPS_WHEELS, horse_stile: STOPS_WHEELS, jersey_barrier: STOPS_WHEELS, kissing_gate: STOPS_WHEELS,
  log: STOPS_WHEELS, motorcycle_barrier: STOPS_WHEELS, planter: STOPS_WHEELS, sliding_beam: STOPS_CARS,
  stile: STOPS_WHEELS, turnstile: STOPS_WHEELS,
}
const GATES = new Set(['gate', 'lift_gate', 'swing_gate', 'sliding_gate', 'rising_bollard', 'bump_gate', 'toll_booth'])
const SHUT = new Set(['no', 'private'])

/** Whether a `barrier=` value is one that can stop somebody on a road. */
export const isRoadBarrier = (kind: string): boolean => STOPS[kind] !== undefined || GATES.has(kind)

/** The bits of `USE` that a barrier takes away from those who come through it; 0 for an open gate. */
export function stoppedBy(kind: string, access = ''): number {
  if (GATES.has(kind)) return SHUT.has(access) ? STOPS_CARS : 0
  if (access === 'yes' || access === 'permissive') return 0
  return STOPS[kind] ?? 0
}
