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

/** One building or cell: its people, the share of it that counts, and the shares that count at least and at most. */
export type Share = { source: number; people: number; households: number; share: number; least: number; most: number }

/** Adds a building or cell with known people to the sums. */
export function addShare(tally: Tally, sources: readonly FigureSource[], row: Share): void {
  const { source, people, households, share, least, most } = row
  const uncertainty = sources[source]?.method === 'dasymetric' ? DASYMETRIC_UNCERTAINTY : 0
  tally.low += people * least * (1 - uncertainty)
  tally.high += people * most * (1 + uncertainty)
  if (share === 0) return
  tally.people += people * share
  tally.bySource.set(source, (tally.bySource.get(source) ?? 0) + people * share)
  if (!Number.isNaN(households)) {
    tally.households += households * share
    tally.householdsKnown = true
  } else if (people > 0) tally.householdsMissing = true
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
