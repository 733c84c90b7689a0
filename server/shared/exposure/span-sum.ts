import type { CellGrid } from './figures.ts'
import { BLOCK, BLOCK_BITS, type GridSums } from './grid-sums.ts'

/** Sums over cells of which people are known; households are so far as known, `missing` counts cells without. */
export type SpanSum = { cells: number; people: number; households: number; known: number; missing: number }

/** Writes into `sum` what the cells `from` … `to - 1` of a row hold. */
export function sumSpan(grid: CellGrid, index: GridSums, row: number, from: number, to: number, sum: SpanSum): void {
  sum.cells = sum.people = sum.households = sum.known = sum.missing = 0
  const start = row * index.columns
  const first = (from + BLOCK - 1) >> BLOCK_BITS
  const last = to >> BLOCK_BITS
  if (first >= last) return addPlaces(grid, start + from, start + to, sum)
  addPlaces(grid, start + from, start + first * BLOCK, sum)
  addBlocks(index, row * index.stride + first, row * index.stride + last, sum)
  addPlaces(grid, start + last * BLOCK, start + to, sum)
}

function addPlaces({ people, households }: CellGrid, from: number, to: number, sum: SpanSum): void {
  for (let place = from; place < to; place++) {
    const persons = people[place]!
    if (Number.isNaN(persons)) continue
    sum.cells += 1
    sum.people += persons
    const homes = households ? households[place]! : Number.NaN
    if (!Number.isNaN(homes)) {
      sum.households += homes
      sum.known += 1
    } else if (persons > 0) sum.missing += 1
  }
}

function addBlocks({ cells, people, households }: GridSums, from: number, to: number, sum: SpanSum): void {
  sum.cells += cells[to]! - cells[from]!
  const persons = people[to]! - people[from]!
  sum.people += persons
  if (households) {
    sum.households += households.sum[to]! - households.sum[from]!
    sum.known += households.known[to]! - households.known[from]!
    sum.missing += households.missing[to]! - households.missing[from]!
  } else if (persons > 0) sum.missing += 1
}
