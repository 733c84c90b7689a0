import type { CoverSpans } from './cover-scratch.ts'
import type { CellGrid } from './figures.ts'
import { BLOCK, BLOCK_BITS, type GridSums } from './grid-sums.ts'
import type { Totals } from './tally.ts'

/**
 * Adds the first `count` spans of a row to the totals of a grid without households, as rasters are. Returns how many cells
 * that makes, in shares of a cell. One function, with its sums in variables: it takes as long as the covering itself.
 */
export function countRow(
  { people }: CellGrid,
  sums: GridSums,
  row: number,
  { from, to, share }: CoverSpans,
  count: number,
  totals: Totals,
): number {
  const start = row * sums.columns
  const blocks = row * sums.stride
  let { counted, people: persons, least, most, householdsMissing } = totals
  let covered = 0
  for (let k = 0; k < count; k++) {
    const end = to[k]!
    let place = from[k]!
    let cells = 0
    let here = 0
    // most spans of a jagged area are one cell
    if (end - place >= BLOCK) {
      const first = (place + BLOCK - 1) >> BLOCK_BITS
      const last = end >> BLOCK_BITS
      cells = sums.cells[blocks + last]! - sums.cells[blocks + first]!
      here = sums.people[blocks + last]! - sums.people[blocks + first]!
      for (const before = first << BLOCK_BITS; place < before; place++) {
        const value = people[start + place]!
        if (Number.isNaN(value)) continue
        cells += 1
        here += value
      }
      place = last << BLOCK_BITS
    }
    for (; place < end; place++) {
      const value = people[start + place]!
      if (Number.isNaN(value)) continue
      cells += 1
      here += value
    }
    const part = share[k]!
    covered += part * cells
    counted += cells
    persons += part * here
    if (part === 1) least += here
    most += here
    if (here > 0) householdsMissing += 1
  }
  totals.counted = counted
  totals.people = persons
  totals.least = least
  totals.most = most
  totals.householdsMissing = householdsMissing
  return covered
}
