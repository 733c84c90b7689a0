import type { RoadGraph } from './graph.ts'
import { metresAlong } from './place-along.ts'
import type { RawCrossing } from './raw-crossing.ts'

/** Crossings of one road nearer to each other than this, along the road, are one place to guard. Metres. */
export const MERGE_M = 30

/** One place to guard; `passages` counts the raw crossings in it. */
export type MergedCrossing = RawCrossing & { passages: number }

/**
 * Crossings of one road as places to guard. A road that leaves and comes back (or comes and leaves again) within
 * `MERGE_M` metres, with no junction between, leads nowhere in between and is no place to guard at all.
 */
export function mergeCrossings(graph: RoadGraph, raw: readonly RawCrossing[]): MergedCrossing[] {
  const byRoad = new Map<number, RawCrossing[]>()
  for (const crossing of raw) {
    const list = byRoad.get(crossing.road)
    if (list === undefined) byRoad.set(crossing.road, [crossing])
    else list.push(crossing)
  }
  return [...byRoad.values()].flatMap((list) => {
    const sorted = list.toSorted((a, b) => a.at - b.at)
    return groups(graph, sorted).flatMap((group) => {
      const left = withoutReturns(group)
      return left.length === 0 ? [] : [{ ...left[Math.floor(left.length / 2)]!, passages: group.length }]
    })
  })
}

function groups(graph: RoadGraph, sorted: readonly RawCrossing[]): RawCrossing[][] {
  const groups: RawCrossing[][] = []
  for (const crossing of sorted) {
    const before = groups.at(-1)?.at(-1)
    if (before !== undefined && metresAlong(graph, before.at, crossing.at) <= MERGE_M) groups.at(-1)!.push(crossing)
    else groups.push([crossing])
  }
  return groups
}

function withoutReturns(group: readonly RawCrossing[]): RawCrossing[] {
  const left: RawCrossing[] = []
  for (const crossing of group) {
    const before = left.at(-1)
    const returns = before !== undefined && before.edge === crossing.edge && before.heading * crossing.heading === -1
    if (returns) left.pop()
    else left.push(crossing)
  }
  return left
}
