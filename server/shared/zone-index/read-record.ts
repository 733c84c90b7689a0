import { PEN_UP, RECORD_UNITS, VERTEX_BITS, VERTEX_MASK } from './cell-record.ts'

/** Neither a slot nor −1: the rounded edges leave a doubt, and an exact test must decide. */
export const IN_DOUBT = -2

// Vertices are rounded to whole units: nearer than this to a vertex's latitude, the order is not sure.
const SURE_UNITS = 0.75
// Four differences of at most three cells, each times half a unit, and the square of that half.
const SURE_SIDE = 4 * 0.51 * 3 * RECORD_UNITS + 1

/** The answer of the record at `at` (cell-record.ts) for a point in the record's units: a slot, −1 or IN_DOUBT. */
export function readRecord(words: Int32Array, at: number, x: number, y: number): number {
  for (;;) {
    const zone = words[at]!
    if (zone < 0) return ~zone - 1
    const head = words[at + 1]!
    const end = at + 2 + (head >> 1)
    let odd = head & 1
    let x0 = 0
    let dy0 = 0
    for (let i = at + 2; i < end; i++) {
      const vertex = words[i]!
      const x1 = vertex & VERTEX_MASK
      const dy1 = ((vertex >> VERTEX_BITS) & VERTEX_MASK) - y
      if (Math.abs(dy1) < SURE_UNITS) return IN_DOUBT
      if (dy0 > 0 !== dy1 > 0 && vertex < PEN_UP) {
        const side = (x1 - x0) * -dy0 - (dy1 - dy0) * (x - x0)
        if (Math.abs(side) < SURE_SIDE) return IN_DOUBT
        if (side > 0 === dy0 > 0) odd ^= 1
      }
      x0 = x1
      dy0 = dy1
    }
    if (odd === 1) return zone - 1
    at = end
  }
}
