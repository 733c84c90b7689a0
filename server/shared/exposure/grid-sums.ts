import { type CoverScratch, newCoverScratch } from './cover-scratch.ts'
import type { CellGrid } from './figures.ts'

/** Binary logarithm of the places in a block of a row; the last block of a row may be shorter. */
export const BLOCK_BITS = 1
export const BLOCK = 1 << BLOCK_BITS

/**
 * A grid with sums from the start of each row to the start of each of its blocks, so that a span of a row is two
 * sums and at most two pieces of a block: six bytes a cell where a sum for every cell would take twelve.
 */
export type GridSums = {
  columns: number
  /** blocks of a row, and one for the sum of all of it */
  stride: number
  cells: Uint32Array
  people: Float64Array
  households: HouseholdSums | null
  scratch: CoverScratch
}

type HouseholdSums = { sum: Float64Array; known: Uint32Array; missing: Uint32Array }

/** The sums of a grid; build once per load. */
export function sumGrid(grid: CellGrid): GridSums {
  const columns = grid.xs.length - 1
  const rows = grid.ys.length - 1
  const stride = Math.floor(columns / BLOCK) + 1
  const sumUp = (value: (place: number) => number, sums: Uint32Array | Float64Array) => {
    for (let row = 0; row < rows; row++)
      for (let block = 1; block < stride; block++) {
        let sum = sums[row * stride + block - 1]!
        const end = row * columns + block * BLOCK
        for (let place = end - BLOCK; place < end; place++) sum += value(place)
        sums[row * stride + block] = sum
      }
    return sums
  }
  const { people, households } = grid
  const known = (value: number) => (Number.isNaN(value) ? 0 : 1)
  const floats = (values: ArrayLike<number>) =>
    sumUp((place) => values[place]! || 0, new Float64Array(rows * stride)) as Float64Array
  const counts = (value: (place: number) => number) => sumUp(value, new Uint32Array(rows * stride)) as Uint32Array
  return {
    columns,
    stride,
    cells: counts((place) => known(people[place]!)),
    people: floats(people),
    scratch: newCoverScratch(grid),
    households: households && {
      sum: floats(households),
      known: counts((place) => known(households[place]!)),
      missing: counts((place) => (people[place]! > 0 ? 1 - known(households[place]!) : 0)),
    },
  }
}
