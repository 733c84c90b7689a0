import { createCellBuilder } from './cell-builder.ts'
import type { CellBuilder } from './cell-builder.ts'
import { fillLayer } from './fill-layer.ts'
import { fitLayer } from './fit-layer.ts'
import { createLayer, latticeX, latticeY } from './layer.ts'
import type { Layer } from './layer.ts'
import type { ZoneTable } from './zone-table.ts'

/**
 * A zone index at work: a layer fitted to the zones it was built from, and a layer over the world for whatever was
 * put outside that one since. A point in the inner layer is answered by it alone, any other by the outer one.
 */
export type ZoneLayers = {
  table: ZoneTable
  inner: CellBuilder | null
  outer: CellBuilder | null
  /** How many zones the inner layer was fitted to. */
  fittedTo: number
}

// A little more than the world, as a layer's north and east borders are outside it.
const WORLD = [-181, -91, 181, 91] as const

export function createZoneLayers(table: ZoneTable): ZoneLayers {
  const layers: ZoneLayers = { table, inner: null, outer: null, fittedTo: 0 }
  fitLayers(layers)
  return layers
}

/** Makes all anew, fitted to the zones that the table has now. */
export function fitLayers(layers: ZoneLayers): void {
  const { table } = layers
  const layer = fitLayer(table)
  layers.inner = layer && createCellBuilder(layer, table)
  layers.outer = null
  layers.fittedTo = table.slots.size
  if (layer) fillLayer(layer, table)
}

/** The layers that a zone reaches into; makes the outer one when it is first needed. */
export function layersOf(layers: ZoneLayers, slot: number): Layer[] {
  const { table, inner } = layers
  if (inner && isWithin(inner.layer, table, slot)) return [inner.layer]
  layers.outer ??= createCellBuilder(createLayer(WORLD, 128, 64), table)
  return inner ? [inner.layer, layers.outer.layer] : [layers.outer.layer]
}

function isWithin(layer: Layer, table: ZoneTable, slot: number): boolean {
  const [west, south, east, north] = table.bounds.subarray(4 * slot, 4 * slot + 4)
  return (
    latticeX(layer, west!) >= 0 &&
    latticeY(layer, south!) >= 0 &&
    latticeX(layer, east!) < layer.limitX &&
    latticeY(layer, north!) < layer.limitY
  )
}
