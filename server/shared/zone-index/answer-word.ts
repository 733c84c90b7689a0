/**
 * An answer word says what is known of a cell. At or above 0: every point of the cell has this answer, the strictest
 * zone's slot + 1, or 0 for none. Below 0: look further at an offset, in a node of 2^depth × 2^depth answer words
 * (row by row from the south-west) or, with depth 0, in a record of edges (cell-record.ts).
 */
/** Of a root cell: zones reach into it, and its block is not built, or no longer right. */
export const UNREFINED = -(2 ** 31)

export function pointerWord(offset: number, depth: number): number {
  return ~((offset << 3) | depth)
}

export function pointerDepth(word: number): number {
  return ~word & 7
}
