import { LAST_ZONE, PEN_UP, RECORD_HEAD, X_MASK, Y_SHIFT } from './cell-record.ts'

/** Neither a slot nor −1: the rounded edges leave a doubt, and an exact test must decide. */
export const IN_DOUBT = -2

/**
 * The answer of the edges of the record at `record` (cell-record.ts) for a point: a slot, −1 or IN_DOUBT. `x` and `y`
 * are the point's coordinates in the record's units, cut to whole numbers; vertices are rounded to whole numbers. So
 * a difference of a point's and a vertex's coordinate may be up to 1.51 off.
 */
export function readRecord(words: Int32Array, record: number, x: number, y: number): number {
  for (let at = record + RECORD_HEAD; ; ) {
    const zone = words[at]!
    const head = words[at + 1]!
    const end = at + 2 + (head >> 2)
    let odd = head & 1
    let vertex0 = 0
    let dy0 = 0
    for (let i = at + 2; i < end; i++) {
      const vertex1 = words[i]!
      const dy1 = (vertex1 >> Y_SHIFT) - y
      // 0 or 1: the vertex may be north or south of the point.
      if (dy1 >>> 1 === 0) return IN_DOUBT
      if ((dy0 ^ dy1) < 0 && (vertex1 & PEN_UP) === 0) {
        const dx0 = (vertex0 & X_MASK) - x
        const dx1 = (vertex1 & X_MASK) - x
        if (dx0 < -1 && dx1 < -1) odd ^= 1
        else if (dx0 < 3 || dx1 < 3) {
          // Twice the area of the triangle point, vertex 0, vertex 1: negative when the edge, going north, is west.
          const area = Math.imul(dx0, dy1) - Math.imul(dx1, dy0)
          if (Math.abs(area) < 2 * (Math.abs(dx1 - dx0) + Math.abs(dy1 - dy0)) + 16) return IN_DOUBT
          if ((area ^ dy1) < 0) odd ^= 1
        }
      }
      vertex0 = vertex1
      dy0 = dy1
    }
    if (odd === 1) return zone - 1
    if ((head & LAST_ZONE) !== 0) return words[record]! - 1
    at = end
  }
}
