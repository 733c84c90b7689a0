import type { CoverScratch } from './cover-scratch.ts'

/** Less of a cell than this is the rounding of its own arithmetic. */
export const NOTHING = 1e-9

/** Writes the covered of a row's cells `left` to `right` as spans and empties the row for the next. Returns how many spans. */
export function takeSpans(
  { sums, touched, spans: { from, to, share } }: CoverScratch,
  [left, right]: readonly [number, number],
  before: number,
): number {
  let running = before
  let next = left
  let count = 0
  for (let word = left >> 5; word <= right >> 5; word++) {
    let bits = touched[word]!
    if (bits === 0) continue
    touched[word] = 0
    for (; bits !== 0; bits &= bits - 1) {
      const c = (word << 5) + 31 - Math.clz32(bits & -bits)
      if (c > next && running > NOTHING) {
        from[count] = next
        to[count] = c
        share[count++] = settled(running)
      }
      const here = running + sums[2 * c]!
      if (here > NOTHING) {
        from[count] = c
        to[count] = c + 1
        share[count++] = settled(here)
      }
      running += sums[2 * c + 1]!
      sums[2 * c] = sums[2 * c + 1] = 0
      next = c + 1
    }
  }
  if (next <= right && running > NOTHING) {
    from[count] = next
    to[count] = right + 1
    share[count++] = settled(running)
  }
  return count
}

const settled = (share: number) => (share > 1 - NOTHING ? 1 : share)
