/**
 * A record answers look-ups in a cell that edges cross. Zone after zone, the strictest first: slot + 1, then the
 * number of vertex words × 2 plus a parity, then the vertex words; at the end the complement of the label (slot + 1
 * or 0) that holds where none of those zones covers the point.
 *
 * A vertex word holds x and y, 15 bits each, on a grid laid over the cell and its eight neighbours, and the bit PEN_UP
 * where no edge leads to the vertex. The zone covers a point when the parity plus the edges west of it is odd.
 */
export const RECORD_UNITS = 10922
export const PEN_UP = 1 << 30
export const VERTEX_BITS = 15
export const VERTEX_MASK = (1 << VERTEX_BITS) - 1

export function vertexWord(x: number, y: number, penUp: boolean): number {
  return x | (y << VERTEX_BITS) | (penUp ? PEN_UP : 0)
}
