/**
 * A record answers look-ups in a cell that edges cross.
 *
 * First the label: slot + 1, or 0, of the zone that covers whatever the record's zones do not. Then a map of 8 × 8
 * parts of the cell in MAP_WORDS words, two bits a part, row by row from the south-west: whether the label answers
 * for the whole part, or the first zone does, or the edges must be looked at.
 *
 * Then zone after zone, the strictest first: slot + 1, then the number of vertex words × 4, plus 2 for the last zone,
 * plus a parity, then the vertex words. A vertex word holds y and x, 15 bits each from bits 16 and 0, on a grid laid
 * over the cell and its eight neighbours, and the bit PEN_UP where no edge leads to the vertex, as always at a zone's
 * first. A zone covers a point when the parity plus the number of edges west of it is odd.
 */
export const MAP_BITS = 3
export const MAP_WORDS = 4
export const RECORD_HEAD = 1 + MAP_WORDS

export const PART_LABEL = 0
export const PART_FIRST_ZONE = 1
export const PART_EDGES = 2

export const LAST_ZONE = 2

export const RECORD_UNITS = 10922
export const PEN_UP = 1 << 15
export const Y_SHIFT = 16
export const X_MASK = PEN_UP - 1

export function vertexWord(x: number, y: number, penUp: boolean): number {
  return x | (y << Y_SHIFT) | (penUp ? PEN_UP : 0)
}
