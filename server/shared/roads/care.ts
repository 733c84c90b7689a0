import type { PlaceKind } from '../schema/vocabulary.ts'
import type { Mode } from './mode.ts'
import type { PlacedPlace, RoadPicture } from './road-picture.ts'
import { travel, type Blocks, type Spot, type Travel } from './travel.ts'

/** What everybody must be able to reach or be reached by. */
export const CARES = ['ambulance', 'fire_engine', 'hospital', 'pharmacy', 'food'] as const
export type Care = (typeof CARES)[number]

type Rule = { kinds: readonly PlaceKind[]; modes: readonly Mode[]; direction: 'from' | 'to' }

// an ambulance starts at a hospital; residents go by any means
const RULES: Readonly<Record<Care, Rule>> = {
  ambulance: { kinds: ['hospital', 'designated_hospital'], modes: ['emergency'], direction: 'from' },
  fire_engine: { kinds: ['fire_station'], modes: ['emergency'], direction: 'from' },
  hospital: { kinds: ['hospital', 'designated_hospital', 'fever_clinic'], modes: ['foot', 'car'], direction: 'to' },
  pharmacy: { kinds: ['pharmacy', 'hospital', 'clinic'], modes: ['foot', 'car'], direction: 'to' },
  food: { kinds: ['food', 'market', 'mall', 'delivery_point'], modes: ['foot', 'car'], direction: 'to' },
}

/** Seconds to each care for a spot; null where the data has no such place, so that nothing can be said. */
export type CareReach = Record<Care, ((spot: Spot) => number) | null>

export const spotsOf = (places: readonly PlacedPlace[], ...kinds: PlaceKind[]): Spot[] =>
  places.filter(({ kind, edge }) => edge >= 0 && kinds.includes(kind)).map(({ edge, at }) => ({ edge, at }))

/** The ways to each kind of care with these roads blocked. */
export function careReach({ graph, places }: RoadPicture, blocks: Blocks): CareReach {
  const entries = CARES.map((care) => {
    const { kinds, modes, direction } = RULES[care]
    const spots = spotsOf(places, ...kinds)
    if (spots.length === 0) return [care, null] as const
    const ways: Travel[] = modes.map((mode) => travel(graph, { mode, direction, spots, blocks }))
    return [care, (spot: Spot) => Math.min(...ways.map((way) => way.toSpot(spot)))] as const
  })
  return Object.fromEntries(entries) as CareReach
}
