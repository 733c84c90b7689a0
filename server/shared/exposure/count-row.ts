import type { CoveredRow } from './cover-scratch.ts'
import type { CellGrid } from './figures.ts'
import { BLOCK, BLOCK_BITS, type GridSums } from './grid-sums.ts'
import type { Totals } from './tally.ts'

/**
 * Adds what is covered of a row to the totals of a grid without households, as rasters are. Returns how many cells that
 * makes, in shares of a cell. One function, with its sums in variables: it takes as long as the covering itself.
 */
export function countRow({ people }: CellGrid, sums: GridSums, row: number, covered: CoveredRow, totals: Totals): number {
  const { cells, shares, cellCount, from, to, share, spanCount } = covered
  const bits = BLOCK_BITS
  const block = BLOCK
  const start = row * sums.columns
  const blocks = row * sums.stride
  let { counted, people: persons, least, most } = totals
  let whole = 0
  for (let k = 0; k < cellCount; k++) {
    const value = people[start + cells[k]!]!
    if (Number.isNaN(value)) continue
    const part = shares[k]!
    whole += part
    counted += 1
    persons += part * value
    if (part === 1) least += value
    most += value
  }
  for (let k = 0; k < spanCount; k++) {
    const end = to[k]!
    let place = from[k]!
    let known = 0
    let here = 0
    if (end - place >= block) {
      const first = (place + block - 1) >> bits
      const last = end >> bits
      known = sums.cells[blocks + last]! - sums.cells[blocks + first]!
      here = sums.people[blocks + last]! - sums.people[blocks + first]!
      for (const before = first << bits; place < before; place++) {
        const value = people[start + place]!
        if (Number.isNaN(value)) continue
        known += 1
        here += value
      }
      place = last << bits
    }
    for (; place < end; place++) {
      const value = people[start + place]!
      if (Number.isNaN(value)) continue
      known += 1
      here += value
    }
    const part = share[k]!
    whole += part * known
    counted += known
    persons += part * here
    if (part === 1) least += here
    most += here
  }
  if (most > totals.most) totals.householdsMissing += 1
  totals.counted = counted
  totals.people = persons
  totals.least = least
  totals.most = most
  return whole
}
