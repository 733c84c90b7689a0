import { reserve } from './edge-list.ts'
import type { EdgeList } from './edge-list.ts'
import type { Layer } from './layer.ts'
import type { SplitGrid } from './split-grid.ts'

// In cells. An edge that comes this near to a cell is listed there: far more than the rounding of lattice coordinates.
const PAD = 2 ** -10

/**
 * Lists the edges of a zone that lead from vertex `first` to vertex `last`, one to the next, in every cell that they
 * come near and whose answer is not settled by a stricter zone, and notes for the cells east of them where they pass.
 */
export function spreadRun(
  grid: SplitGrid,
  list: EdgeList,
  layer: Layer,
  coordinates: Float64Array,
  first: number,
  last: number,
  zone: number,
): void {
  const { inverse, originX, originY, columns, labels, touched, flips } = grid
  const { firstColumn, lastColumn, firstRow, lastRow } = grid
  const { west, south, scaleX, scaleY } = layer
  let ax = ((coordinates[2 * first]! - west) * scaleX - originX) * inverse
  let ay = ((coordinates[2 * first + 1]! - south) * scaleY - originY) * inverse
  reserve(list, list.length + last - first)
  let { cells, edges, length } = list
  for (let edge = first; edge < last; edge++) {
    const bx = ((coordinates[2 * edge + 2]! - west) * scaleX - originX) * inverse
    const by = ((coordinates[2 * edge + 3]! - south) * scaleY - originY) * inverse
    const minX = ax < bx ? ax : bx
    const maxX = ax < bx ? bx : ax
    const minY = ay < by ? ay : by
    const maxY = ay < by ? by : ay
    const fromColumn = Math.floor(minX - PAD)
    const toColumn = Math.floor(maxX + PAD)
    const fromRow = Math.floor(minY - PAD)
    const toRow = Math.floor(maxY + PAD)
    if (fromColumn === toColumn && fromRow === toRow && fromColumn >= firstColumn && toColumn <= lastColumn) {
      // Most edges lie in one cell.
      if (fromRow >= firstRow && toRow <= lastRow) {
        const cell = fromRow * columns + fromColumn
        touched[cell] = zone
        const middle = fromRow + 0.5
        if (ay > middle !== by > middle && fromColumn < lastColumn) flips[cell + 1]! ^= 1
        if (labels[cell] === 0) {
          cells[length] = cell
          edges[length++] = edge
        }
      }
    } else if (toRow >= firstRow && fromRow <= lastRow && fromColumn <= lastColumn) {
      list.length = length
      spreadEdge(grid, list, ax, ay, bx, by, edge, zone)
      reserve(list, list.length + last - edge)
      cells = list.cells
      edges = list.edges
      length = list.length
    }
    ax = bx
    ay = by
  }
  list.length = length
}

// The same for one edge, whose ends are given in cells.
function spreadEdge(
  grid: SplitGrid,
  list: EdgeList,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  edge: number,
  zone: number,
): void {
  const { firstColumn, lastColumn, columns } = grid
  const minY = ay < by ? ay : by
  const maxY = ay < by ? by : ay
  const firstRow = Math.max(Math.floor(minY - PAD), grid.firstRow)
  const lastRow = Math.min(Math.floor(maxY + PAD), grid.lastRow)
  const west = Math.floor((ax < bx ? ax : bx) - PAD)
  const east = Math.floor((ax < bx ? bx : ax) + PAD)
  const slope = (bx - ax) / (by - ay)
  reserve(list, list.length + (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1))
  for (let row = firstRow; row <= lastRow; row++) {
    let from = west
    let to = east
    if (west !== east && (minY < row - PAD || maxY > row + 1 + PAD)) {
      const low = ax + (Math.max(minY, row - PAD) - ay) * slope
      const high = ax + (Math.min(maxY, row + 1 + PAD) - ay) * slope
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
      list.cells[list.length] = cell
      list.edges[list.length++] = edge
    }
  }
}
