import type { CoverScratch } from './cover-scratch.ts'

/** Less of a cell than this is the rounding of its own arithmetic. */
export const NOTHING = 1e-9

/**
 * Writes what is covered of a row up to the cell `right` into the scratch's `covered` and empties the row's list.
 * Returns whether anything is covered.
 */
export function takeRow({ perWidth, inRow, runs, places, sums, covered }: CoverScratch, xs: Float64Array, row: number, right: number): boolean {
  const { cells, shares, from, to, share } = covered
  const nothing = NOTHING // an exported constant is read and checked at each use
  const almost = 1 - NOTHING
  let running = 0
  let next = 0 // the first cell that has not been taken
  let cellCount = 0
  let spanCount = 0
  for (let at = inRow[row]!; at >= 0; ) {
    const first = places[at + 1]!
    if (first > next && running > nothing) {
      from[spanCount] = next
      to[spanCount] = first
      share[spanCount++] = running > almost ? 1 : running
    }
    let reach = places[at + 2]!
    let after = places[at + 3]!
    if (after < 0 || places[after + 1]! > reach) {
      // no other run in its cells, as with most: no need of the sums
      let height = runs[at + 2]!
      let x = runs[at]!
      let c = first
      const steepness = runs[at + 3]!
      for (; c < reach; c++) {
        const line = xs[c + 1]!
        const part = steepness * (line - x)
        const here = running + (part * (line - x) * perWidth[c]!) / 2
        cells[cellCount] = c
        shares[cellCount] = here > almost ? 1 : here
        if (here > nothing) cellCount++
        running += part
        height -= part
        x = line
      }
      const here = running + height * (xs[c + 1]! - (x + runs[at + 1]!) / 2) * perWidth[c]!
      cells[cellCount] = c
      shares[cellCount] = here > almost ? 1 : here
      if (here > nothing) cellCount++
      running += height
      at = after
    } else {
      // all runs that begin in a cell of those before them: every cell up to the furthest has edges
      for (;;) {
        let c = places[at + 1]!
        const high = places[at + 2]!
        let x = runs[at]!
        let height = runs[at + 2]!
        for (; c < high; c++) {
          const line = xs[c + 1]!
          const part = runs[at + 3]! * (line - x)
          sums[2 * c]! += (part * (line - x) * perWidth[c]!) / 2
          sums[2 * c + 1]! += part
          height -= part
          x = line
        }
        sums[2 * c]! += height * (xs[c + 1]! - (x + runs[at + 1]!) / 2) * perWidth[c]!
        sums[2 * c + 1]! += height
        if (high > reach) reach = high
        at = after
        if (at < 0 || places[at + 1]! > reach) break
        after = places[at + 3]!
      }
      for (let c = first; c <= reach; c++) {
        const here = running + sums[2 * c]!
        running += sums[2 * c + 1]!
        sums[2 * c] = sums[2 * c + 1] = 0
        cells[cellCount] = c
        shares[cellCount] = here > almost ? 1 : here
        if (here > nothing) cellCount++
      }
    }
    next = reach + 1
  }
  inRow[row] = -1
  if (next <= right && running > nothing) {
    from[spanCount] = next
    to[spanCount] = right + 1
    share[spanCount++] = running > almost ? 1 : running
  }
  covered.cellCount = cellCount
  covered.spanCount = spanCount
  return cellCount + spanCount > 0
}
