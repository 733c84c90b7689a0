import { appendCandidate, openList } from './change-candidates.ts'
import { entryOf, openCells } from './directory.ts'
import type { Layer } from './layer.ts'
import { eachCell, regionOf } from './region.ts'
import { sortSlots } from './zone-table.ts'
import type { ZoneTable } from './zone-table.ts'

// Enough for the blocks of most sets of zones; memory that no block is written to is none.
const WORDS_PER_VERTEX = 3.5

/** Tells each root cell of an empty layer which zones of the table may reach into it. */
export function fillLayer(layer: Layer, table: ZoneTable): void {
  const slots = sortSlots(table, [...table.slots.values()])
  const regions = slots.map((slot) => regionOf(layer, table, slot))
  openCells(layer, regions)
  const counts = new Int32Array(layer.lists.length)
  for (const region of regions) eachCell(layer, region, (cell) => (counts[entryOf(layer.directory, cell)]! += 1))
  layer.words = new Int32Array(Math.ceil(WORDS_PER_VERTEX * table.vertices))
  for (let entry = 0; entry < counts.length; entry++) openList(layer, entry, counts[entry]!)
  for (let i = 0; i < slots.length; i++) {
    eachCell(layer, regions[i]!, (cell) => appendCandidate(layer, entryOf(layer.directory, cell), slots[i]! << 1))
  }
}
