import type { EdgeList } from './edge-list.ts'

/** A grid of cells over which the edges of one zone after another are spread. */
export type SplitGrid = {
  columns: number
  rows: number
  /** Lattice coordinates of the south-west corner, and cells per lattice unit. */
  originX: number
  originY: number
  inverse: number
  /** The cells that the present zone can reach, both ends included. */
  firstColumn: number
  lastColumn: number
  firstRow: number
  lastRow: number
  /** Slot + 1 of the strictest zone known to cover the cell wholly, or 0. */
  labels: Int32Array
  /** The last zone (slot + 1) with an edge in the cell. */
  touched: Int32Array
  /** Per row, at half its height: parity of the present zone's edges west of the grid that the grid is not given. */
  westParity: Uint8Array
  /** Per cell: whether `parity` turns on the way to it from its western neighbour. */
  flips: Uint8Array
  /** Per cell: parity, at half its height, of the present zone's edges that lie west of the cell and not in it. */
  parity: Uint8Array
  /** Where the edges of each cell start in a list, once sorted; one more at the end. */
  starts: Int32Array
}

export function createSplitGrid(columns: number, rows: number): SplitGrid {
  const cells = columns * rows
  return {
    columns,
    rows,
    originX: 0,
    originY: 0,
    inverse: 1,
    firstColumn: 0,
    lastColumn: columns - 1,
    firstRow: 0,
    lastRow: rows - 1,
    labels: new Int32Array(cells),
    touched: new Int32Array(cells),
    westParity: new Uint8Array(rows),
    flips: new Uint8Array(cells),
    parity: new Uint8Array(cells),
    starts: new Int32Array(cells + 1),
  }
}

/** After a zone's last edge: settles the cells it covers wholly, and gives its edges from `from` on their owners. */
export function settleZone(grid: SplitGrid, list: EdgeList, from: number, zone: number): void {
  const { flips, parity, touched, labels, columns } = grid
  for (let row = grid.firstRow; row <= grid.lastRow; row++) {
    let odd = grid.westParity[row]!
    for (let column = grid.firstColumn; column <= grid.lastColumn; column++) {
      const cell = row * columns + column
      odd ^= flips[cell]!
      flips[cell] = 0
      parity[cell] = odd
      if (odd === 1 && touched[cell] !== zone && labels[cell] === 0) labels[cell] = zone
    }
  }
  const { cells, owners, length } = list
  for (let i = from; i < length; i++) owners[i] = ((zone - 1) << 1) | parity[cells[i]!]!
}
