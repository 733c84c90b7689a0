import { CELL_BITS, latticeX, latticeY } from './layer.ts'
import type { Layer } from './layer.ts'
import type { ZoneTable } from './zone-table.ts'

// In cells; more than the margin by which edges are listed in neighbouring cells.
const MARGIN = 2 ** -9

/** A rectangle of root cells, both ends included; empty where a last comes before its first. */
export type Region = {
  firstColumn: number
  lastColumn: number
  firstRow: number
  lastRow: number
}

/** The root cells of a layer that a zone can reach. */
export function regionOf(layer: Layer, table: ZoneTable, slot: number): Region {
  const { bounds } = table
  const b = 4 * slot
  const size = 2 ** CELL_BITS
  return {
    firstColumn: Math.max(0, Math.floor(latticeX(layer, bounds[b]!) / size - MARGIN)),
    lastColumn: Math.min(layer.columns - 1, Math.floor(latticeX(layer, bounds[b + 2]!) / size + MARGIN)),
    firstRow: Math.max(0, Math.floor(latticeY(layer, bounds[b + 1]!) / size - MARGIN)),
    lastRow: Math.min(layer.rows - 1, Math.floor(latticeY(layer, bounds[b + 3]!) / size + MARGIN)),
  }
}

/** Calls `visit` with each root cell of a region. */
export function eachCell(layer: Layer, { firstColumn, lastColumn, firstRow, lastRow }: Region, visit: (cell: number) => void): void {
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) visit(row * layer.columns + column)
  }
}
