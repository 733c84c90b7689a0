import type { BuildingFigures } from './figures.ts'
import { newTotals, type Totals } from './tally.ts'

/** Buildings that count, and those of them of which no number of people is known. */
export type BuildingCount = { inside: number; unknown: number }

export type BuildingSums = { count: BuildingCount; totals: Totals[] }

/** Sums for each of `sources`, and last for buildings that name none of them. */
export function newBuildingSums(sources: number): BuildingSums {
  return { count: { inside: 0, unknown: 0 }, totals: Array.from({ length: sources + 1 }, newTotals) }
}

/** Adds building `i`, its point inside or not, its bounds touched by an edge or not. */
export function addBuilding(
  { count, totals }: BuildingSums,
  { people, households, source }: BuildingFigures,
  i: number,
  inside: boolean,
  touched: boolean,
): void {
  if (!inside && !touched) return
  if (inside) count.inside += 1
  const persons = people[i]!
  if (Number.isNaN(persons)) {
    if (inside) count.unknown += 1
    return
  }
  const sum = totals[source[i]!] ?? totals.at(-1)!
  sum.most += persons
  if (!touched) sum.least += persons
  if (!inside) return
  sum.counted += 1
  sum.people += persons
  const homes = households[i]!
  if (!Number.isNaN(homes)) {
    sum.households += homes
    sum.householdsKnown += 1
  } else if (persons > 0) sum.householdsMissing += 1
}
