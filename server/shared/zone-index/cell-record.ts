/**
 * A record answers look-ups in a cell that edges cross. Zone after zone, the strictest first: slot + 1, then the
 * number of vertex words × 2 plus a parity, then the vertex words; at the end the complement of the label (slot + 1
 * or 0) that holds where none of those zones covers the point.
 *
 * A vertex word holds y and x, 15 bits each from bits 16 and 0, on a grid laid over the cell and its eight neighbours,
 * and the bit PEN_UP where no edge leads to the vertex, as always at a zone's first. A zone covers a point when the
 * parity plus the number of edges west of it is odd.
 */
export const RECORD_UNITS = 10922
export const PEN_UP = 1 << 15
export const Y_SHIFT = 16
export const X_MASK = PEN_UP - 1

export function vertexWord(x: number, y: number, penUp: boolean): number {
  return x | (y << Y_SHIFT) | (penUp ? PEN_UP : 0)
}
