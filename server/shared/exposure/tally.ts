import type { FigureSource } from './figures.ts'
import type { Exposure, ExposureBasis } from './result.ts'

/** Building-based spreading of a known total was off by this share where it could be checked (domain §7). */
export const DASYMETRIC_UNCERTAINTY = 0.22

/** Sums of people and households, unrounded, by source. */
export type Tally = {
  people: number
  low: number
  high: number
  households: number
  householdsKnown: boolean
  householdsMissing: boolean
  bySource: Map<number, number>
}

export function newTally(): Tally {
  return {
    people: 0, low: 0, high: 0, households: 0, householdsKnown: false, householdsMissing: false, bySource: new Map(),
  }
}

/** What the buildings or cells of one source come to; range without the uncertainty of its method. */
export type Totals = {
  /** how many count, in whole or in part */
  counted: number
  people: number
  least: number
  most: number
  households: number
  /** how many of the counted have a number of households, and how many with people have none */
  householdsKnown: number
  householdsMissing: number
}

export function newTotals(): Totals {
  return { counted: 0, people: 0, least: 0, most: 0, households: 0, householdsKnown: 0, householdsMissing: 0 }
}

/** One building or cell: its people, the share of it that counts, and the shares that count at least and at most. */
export type Share = { people: number; households: number; share: number; least: number; most: number }

/** Adds a building or cell with known people to the totals of its source. */
export function addShare(totals: Totals, { people, households, share, least, most }: Share): void {
  totals.least += people * least
  totals.most += people * most
  if (share === 0) return
  totals.counted += 1
  totals.people += people * share
  if (!Number.isNaN(households)) {
    totals.households += households * share
    totals.householdsKnown += 1
  } else if (people > 0) totals.householdsMissing += 1
}

/** Adds what one source comes to to the sums of all. */
export function addTotals(tally: Tally, sources: readonly FigureSource[], source: number, totals: Totals): void {
  const uncertainty = sources[source]?.method === 'dasymetric' ? DASYMETRIC_UNCERTAINTY : 0
  tally.low += totals.least * (1 - uncertainty)
  tally.high += totals.most * (1 + uncertainty)
  if (totals.counted === 0) return
  tally.people += totals.people
  tally.bySource.set(source, (tally.bySource.get(source) ?? 0) + totals.people)
  tally.households += totals.households
  tally.householdsKnown ||= totals.householdsKnown > 0
  tally.householdsMissing ||= totals.householdsMissing > 0
}

/** The people of each source, the largest first; sources that contribute nothing are left out. */
export function basesOf(tally: Tally, sources: readonly FigureSource[]): ExposureBasis[] {
  return [...tally.bySource]
    .sort(([a, p], [b, q]) => q - p || a - b)
    .flatMap(([index, people]) => {
      const source = sources[index]
      return source ? [{ ...source, people: Math.round(people) }] : []
    })
}

/** Rounds the sums to whole people, once; the range is rounded outward, so the number always lies in it. */
export function roundTally(tally: Tally): Pick<Exposure, 'people' | 'peopleRange' | 'households'> {
  return {
    people: Math.round(tally.people),
    peopleRange: { low: Math.floor(tally.low), high: Math.ceil(tally.high) },
    households: tally.householdsKnown ? Math.round(tally.households) : null,
  }
}
