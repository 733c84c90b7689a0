import { buildRegion } from './build-region.ts'
import { createCellBuilder } from './cell-builder.ts'
import { trimmedInts } from './grow.ts'
import type { Layer } from './layer.ts'
import { regionOf, wholeRegion } from './region.ts'
import { sortSlots } from './zone-table.ts'
import type { ZoneTable } from './zone-table.ts'

// Few enough for the edges at hand to stay in the processor's caches.
const ZONES_PER_BAND = 400
// Enough for most; what is left over is given back.
const WORDS_PER_VERTEX = 3.5

/** Builds an empty layer from all zones of the table, one band of rows after another. */
export function buildLayer(layer: Layer, table: ZoneTable): void {
  const slots = sortSlots(table, [...table.slots.values()])
  const rowsPerBand = Math.max(1, Math.floor((layer.rows * ZONES_PER_BAND) / slots.length))
  const bands: number[][] = Array.from({ length: Math.ceil(layer.rows / rowsPerBand) }, () => [])
  for (const slot of slots) {
    const { firstRow, lastRow } = regionOf(layer, table, slot)
    const last = Math.floor(lastRow / rowsPerBand)
    for (let band = Math.floor(firstRow / rowsPerBand); band <= last; band++) bands[band]!.push(slot)
  }
  layer.words = new Int32Array(WORDS_PER_VERTEX * table.vertices)
  const builder = createCellBuilder(layer, table.coordinates)
  for (const [band, zones] of bands.entries()) {
    const firstRow = band * rowsPerBand
    const lastRow = Math.min(firstRow + rowsPerBand, layer.rows) - 1
    buildRegion(builder, table, zones, { ...wholeRegion(layer), firstRow, lastRow }, null)
  }
  layer.words = trimmedInts(layer.words, layer.extents.end)
}
