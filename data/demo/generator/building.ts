import type { Footprint } from './footprint.ts'
import type { Xy } from './vector.ts'

export type Use = 'residential' | 'retail' | 'education' | 'health' | 'government' | 'commercial' | 'industrial' | 'transport' | 'religious' | 'hotel' | 'care' | 'storage' | 'public' | 'construction'

/** A building before it has an id; `flats` is 0 where nobody lives. */
export type Building = {
  footprint: Footprint
  at: Xy
  levels: number
  use: Use
  name: string
  flats: number
  /** Stairwells, for addresses such as 3幢2单元; 0 for a house. */
  units: number
  /** Number inside its compound (幢) or house number in its village. */
  number: number
}

/** A compound or natural village with what stands in it. */
export type Settlement = {
  kind: 'compound' | 'natural_village'
  name: string
  unit: number
  ring: Xy[]
  buildings: Building[]
  gates: Xy[]
  street: string
  streetNumber: number
}
