import type { NounSpec } from './noun-spec.ts'
import { ADDRESSES } from './addresses.ts'
import { AREAS } from './areas.ts'
import { CHECKPOINTS } from './checkpoints.ts'
import { PLACES } from './places.ts'
import { POPULATION } from './population.ts'
import { ROADS } from './roads.ts'

/** The nouns `sanqu import NOUN FILE` takes, in the order the help lists them. */
export const NOUN_SPECS = {
  areas: AREAS,
  places: PLACES,
  roads: ROADS,
  population: POPULATION,
  addresses: ADDRESSES,
  checkpoints: CHECKPOINTS,
} as const satisfies Record<string, NounSpec>

export type FileNoun = keyof typeof NOUN_SPECS
