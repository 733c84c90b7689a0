/**
 * A record answers look-ups in a cell that edges cross.
 *
 * First the label: slot + 1, or 0, of the zone that covers whatever the record's zones do not. Then two maps of 8 × 8
 * parts of the cell, a bit a part, row by row from the south-west, two words each: where edges must be looked at, and
 * where, if not, the first zone is the answer; elsewhere it is the label.
 *
 * Then zone after zone, the strictest first: slot + 1, then the number of vertex words × 4, plus 2 for the last zone,
 * plus a parity, then the vertex words. A vertex word holds y and x, 15 bits each from bits 16 and 0, on a grid laid
 * over the cell and its eight neighbours, and the bit PEN_UP where no edge leads to the vertex, as always at a zone's
 * first. A zone covers a point when the parity plus the number of edges west of it is odd.
 */
/** Binary logarithm of how many parts a cell has on a side. */
export const MAP_BITS = 3
export const EDGES_MAP = 1
export const FIRST_ZONE_MAP = 3
export const RECORD_HEAD = 5

export const LAST_ZONE = 2

export const RECORD_UNITS = 10922
export const PEN_UP = 1 << 15
export const Y_SHIFT = 16
export const X_MASK = PEN_UP - 1

export function vertexWord(x: number, y: number, penUp: boolean): number {
  return x | (y << Y_SHIFT) | (penUp ? PEN_UP : 0)
}
