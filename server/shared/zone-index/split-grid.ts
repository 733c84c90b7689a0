import { reserve } from './edge-list.ts'
import type { EdgeList } from './edge-list.ts'
import type { Layer } from './layer.ts'

// In cells. An edge that comes this near to a cell is listed there: far more than the rounding of lattice coordinates.
const PAD = 2 ** -10

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
  /** Per row: parity of the present zone's edges west of the first column, and whether it turns at a column. */
  westParity: Uint8Array
  flips: Uint8Array
  /** Per cell: parity, at half its height, of the present zone's edges that lie west of the cell and not in it. */
  parity: Uint8Array
}

export function createSplitGrid(columns: number, rows: number): SplitGrid {
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
    labels: new Int32Array(columns * rows),
    touched: new Int32Array(columns * rows),
    westParity: new Uint8Array(rows),
    flips: new Uint8Array(columns * rows),
    parity: new Uint8Array(columns * rows),
  }
}

/**
 * Lists an edge of a zone in every cell that it comes near and whose answer is not settled by a stricter zone, and
 * notes for the cells east of it where it passes them at half their height.
 */
export function spreadEdge(
  grid: SplitGrid,
  list: EdgeList,
  layer: Layer,
  coordinates: Float64Array,
  edge: number,
  zone: number,
): void {
  const { inverse, originX, originY, firstColumn, lastColumn, columns } = grid
  const ax = ((coordinates[2 * edge]! - layer.west) * layer.scaleX - originX) * inverse
  const ay = ((coordinates[2 * edge + 1]! - layer.south) * layer.scaleY - originY) * inverse
  const bx = ((coordinates[2 * edge + 2]! - layer.west) * layer.scaleX - originX) * inverse
  const by = ((coordinates[2 * edge + 3]! - layer.south) * layer.scaleY - originY) * inverse
  const south = ay < by ? ay : by
  const north = ay < by ? by : ay
  const firstRow = Math.max(Math.floor(south - PAD), grid.firstRow)
  const lastRow = Math.min(Math.floor(north + PAD), grid.lastRow)
  const west = Math.floor((ax < bx ? ax : bx) - PAD)
  const east = Math.floor((ax < bx ? bx : ax) + PAD)
  if (firstRow > lastRow || west > lastColumn) return
  const slope = (bx - ax) / (by - ay)
  reserve(list, list.length + (lastRow - firstRow + 1) * (Math.min(east, lastColumn) - Math.max(west, firstColumn) + 1))
  const { cells, edges } = list
  for (let row = firstRow; row <= lastRow; row++) {
    let from = west
    let to = east
    if (west !== east && (south < row - PAD || north > row + 1 + PAD)) {
      const low = ax + (Math.max(south, row - PAD) - ay) * slope
      const high = ax + (Math.min(north, row + 1 + PAD) - ay) * slope
      from = Math.floor((low < high ? low : high) - PAD)
      to = Math.floor((low < high ? high : low) + PAD)
    }
    const middle = row + 0.5
    if (ay > middle !== by > middle) {
      const turn = to < firstColumn ? firstColumn : to + 1
      if (turn <= lastColumn) grid.flips[row * columns + turn]! ^= 1
    }
    if (from < firstColumn) from = firstColumn
    if (to > lastColumn) to = lastColumn
    for (let column = from; column <= to; column++) {
      const cell = row * columns + column
      grid.touched[cell] = zone
      if (grid.labels[cell] !== 0) continue
      cells[list.length] = cell
      edges[list.length++] = edge
    }
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
