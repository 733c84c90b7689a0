import type { AddressView } from './address-view.ts'
import { numberKeys } from './address-rows.ts'
import { inScope } from './area-scope.ts'
import type { AreaScope } from './area-scope.ts'
import type { NameHit } from './find-names.ts'
import type { ParsedAddress } from './parsed-address.ts'

/** A row worth reading: how promising its numbers look, 0..1, before they are read. */
export type RowHit = { row: number; group: number; hit: NameHit; promise: number }

const most = 30
const mostWithout = 2000

/** How promising the numbers of a row look; below 0.5 they differ, and nearer numbers look better. */
function promiseOf(view: AddressView, row: number, keys: ReturnType<typeof numberKeys>): number {
  const { rowNumber, rowNumbers, rowLast, rowFlat } = view.columns
  if (rowNumbers[row] === keys.numbers) return rowFlat[row] === keys.flat ? 1 : 0.95
  if (keys.numbers === 0) return 0.7
  if (rowLast[row] === keys.last) return 0.8
  if (rowNumber[row] === keys.number) return 0.6
  return 0.4 / (1 + Math.abs((rowNumber[row] ?? 0) - keys.number))
}

/** Leaves the most promising rows, and tells how promising a row must be to be among them. */
function keepMost(found: RowHit[]): number {
  found.sort((a, b) => b.promise - a.promise || a.row - b.row).splice(most)
  return found.length < most ? 0 : found[most - 1]?.promise ?? 0
}

/** The most promising rows of all names, best fits first, few enough to be read; of rows with other numbers the nearest of a group. */
export function findRows(view: AddressView, scope: AreaScope, hits: NameHit[], query: ParsedAddress): RowHit[] {
  const { nameGroup, groupArea, groupRow } = view.columns
  const keys = numberKeys(query)
  const found: RowHit[] = []
  let least = 0
  for (const hit of hits) {
    // no number makes up for a name that fits less
    if (hit.fit.score < least) break
    for (let group = nameGroup[hit.name] ?? 0; group < (nameGroup[hit.name + 1] ?? 0); group++) {
      if (!inScope(view, scope, groupArea[group] ?? 0)) continue
      let nearest = -1
      let nearestPromise = 0
      for (let row = groupRow[group] ?? 0; row < (groupRow[group + 1] ?? 0); row++) {
        const promise = promiseOf(view, row, keys)
        if (promise >= 0.75 || (promise >= 0.5 && found.length < mostWithout)) {
          found.push({ row, group, hit, promise: promise * hit.fit.score })
        } else if (promise > nearestPromise) {
          nearest = row
          nearestPromise = promise
        }
      }
      if (nearest !== -1) found.push({ row: nearest, group, hit, promise: nearestPromise * hit.fit.score })
    }
    if (found.length > 4 * most) least = keepMost(found)
  }
  keepMost(found)
  return found
}
