import type { CoverScratch } from './cover-scratch.ts'

/** Moves the runs from the lists of the columns `left` to `right` into those of their rows, there from west to east. */
export function sortRuns({ inColumn, inRow, places }: CoverScratch, left: number, right: number): void {
  for (let c = right; c >= left; c--) {
    for (let at = inColumn[c]!; at >= 0; ) {
      const next = places[at + 3]!
      const row = places[at]!
      places[at + 3] = inRow[row]!
      inRow[row] = at
      at = next
    }
    inColumn[c] = -1
  }
}
