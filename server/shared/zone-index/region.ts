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

export function wholeRegion(layer: Layer): Region {
  return { firstColumn: 0, lastColumn: layer.columns - 1, firstRow: 0, lastRow: layer.rows - 1 }
}

/** The root cells of a layer that a zone can reach. */
export function regionOf(layer: Layer, table: ZoneTable, slot: number): Region {
  const [west, south, east, north] = table.bounds.subarray(4 * slot, 4 * slot + 4)
  const size = 2 ** CELL_BITS
  return {
    firstColumn: Math.max(0, Math.floor(latticeX(layer, west!) / size - MARGIN)),
    lastColumn: Math.min(layer.columns - 1, Math.floor(latticeX(layer, east!) / size + MARGIN)),
    firstRow: Math.max(0, Math.floor(latticeY(layer, south!) / size - MARGIN)),
    lastRow: Math.min(layer.rows - 1, Math.floor(latticeY(layer, north!) / size + MARGIN)),
  }
}

export function isEmptyRegion(region: Region): boolean {
  return region.firstColumn > region.lastColumn || region.firstRow > region.lastRow
}

export function columnsOf(region: Region): number {
  return region.lastColumn - region.firstColumn + 1
}

export function rowsOf(region: Region): number {
  return region.lastRow - region.firstRow + 1
}

/** The root cell that is a region's cell of this number, row by row from its south-west. */
export function cellOf(layer: Layer, region: Region, number: number): number {
  const columns = columnsOf(region)
  const row = Math.floor(number / columns)
  return (region.firstRow + row) * layer.columns + region.firstColumn + number - row * columns
}

export function overlap(a: Region, b: Region): boolean {
  return (
    a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn && a.firstRow <= b.lastRow && b.firstRow <= a.lastRow
  )
}

/** The smallest region that holds both. */
export function joinRegions(a: Region, b: Region): Region {
  return {
    firstColumn: Math.min(a.firstColumn, b.firstColumn),
    lastColumn: Math.max(a.lastColumn, b.lastColumn),
    firstRow: Math.min(a.firstRow, b.firstRow),
    lastRow: Math.max(a.lastRow, b.lastRow),
  }
}
