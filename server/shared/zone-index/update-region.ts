import { buildRegion } from './build-region.ts'
import { createCellBuilder } from './cell-builder.ts'
import { createEdgeList } from './edge-list.ts'
import type { Layer } from './layer.ts'
import { candidatesOf, coverCell, uncoverCell } from './patch-cell.ts'
import { cellOf, columnsOf, isEmptyRegion, rowsOf } from './region.ts'
import type { Region } from './region.ts'
import { createRegionGrid, listCandidates, spreadZone } from './spread-zone.ts'
import { SETTLED } from './split-grid.ts'
import { sortSlots } from './zone-table.ts'
import type { ZoneTable } from './zone-table.ts'

/**
 * Brings a region of a layer up to date after zones were `removed`, which its lists still name, and `added`, which
 * they do not name yet. Cells that such a zone covers wholly are patched; cells with its edges are built anew.
 */
export function updateRegion(
  layer: Layer,
  table: ZoneTable,
  region: Region,
  removed: ReadonlySet<number>,
  added: readonly number[],
): void {
  if (isEmptyRegion(region)) return
  const stale = new Uint8Array(columnsOf(region) * rowsOf(region))
  const covered = findCovered(layer, table, region, added, stale)
  const slots = new Set(added)
  for (let cell = 0; cell < stale.length; cell++) {
    const rootCell = cellOf(layer, region, cell)
    if (stale[cell] === 0) removeFrom(rootCell, cell)
    if (stale[cell] === 1) for (const candidate of candidatesOf(layer, rootCell)) slots.add(candidate >> 1)
  }
  for (const [cell, slot] of covered) {
    if (stale[cell] === 0) coverCell(layer, table, cellOf(layer, region, cell), slot)
  }
  const inForce = [...slots].filter((slot) => !removed.has(slot))
  buildRegion(createCellBuilder(layer, table.coordinates), table, sortSlots(table, inForce), region, stale)

  function removeFrom(rootCell: number, cell: number): void {
    for (const candidate of candidatesOf(layer, rootCell)) {
      if (!removed.has(candidate >> 1)) continue
      if ((candidate & 1) === 0 || !uncoverCell(layer, rootCell, candidate >> 1)) {
        stale[cell] = 1
        return
      }
    }
  }
}

// Marks the cells that edges of the added zones cross; returns the others that these cover, each with its zone.
function findCovered(
  layer: Layer,
  table: ZoneTable,
  region: Region,
  added: readonly number[],
  stale: Uint8Array,
): [number, number][] {
  const builder = createCellBuilder(layer, table.coordinates)
  const grid = createRegionGrid(region)
  grid.labels.fill(SETTLED)
  const found = createEdgeList(1024)
  for (const slot of added) {
    if (spreadZone(builder, grid, table, slot, region)) listCandidates(grid, slot, found, null)
  }
  const covered: [number, number][] = []
  for (let i = 0; i < found.length; i++) {
    const candidate = found.edges[i]!
    if ((candidate & 1) === 0) stale[found.cells[i]!] = 1
    else covered.push([found.cells[i]!, candidate >> 1])
  }
  return covered
}
