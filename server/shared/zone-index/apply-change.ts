import { insertCandidate, removeCandidate } from './change-candidates.ts'
import { entryOf, openCells } from './directory.ts'
import type { IndexedZone } from './indexed-zone.ts'
import { eachCell, regionOf } from './region.ts'
import { rankOfKind } from './strictness.ts'
import type { ZoneChange } from './zone-index.ts'
import { fitLayers, layersOf } from './zone-layers.ts'
import type { ZoneLayers } from './zone-layers.ts'
import { countVertices, writeRings } from './zone-rings.ts'
import { addZone, removeZone } from './zone-table.ts'

// Below this many zones a fresh fit is not worth avoiding nor seeking.
const FEW_ZONES = 64

/**
 * Removes and puts zones. The root cells that they reach into, and no others, are refined again when next asked about;
 * all are, fitted anew, once the number of zones has doubled. Everything that can be refused is refused before anything
 * changes.
 */
export function applyChange(layers: ZoneLayers, { put = [], remove = [] }: ZoneChange): void {
  const { table } = layers
  for (const zone of put) checkZone(zone)
  const ids = new Set(put.map(({ id }) => id))
  if (ids.size < put.length) throw new RangeError('a zone is given twice in one change')
  for (const id of remove) ids.add(id)

  for (const id of ids) {
    const slot = table.slots.get(id)
    if (slot === undefined) continue
    dropZone(layers, slot)
    removeZone(table, slot)
  }
  const slots = put.map((zone) => addZone(table, zone, countVertices(zone)))
  if (table.slots.size > 2 * layers.fittedTo + FEW_ZONES) fitLayers(layers)
  else for (const slot of slots) enterZone(layers, slot)
}

// A RangeError for what `addZone` would refuse.
function checkZone(zone: IndexedZone): void {
  rankOfKind(zone.kind)
  writeRings(zone, new Float64Array(2 * countVertices(zone)), 0, new Float64Array(4), 0)
}

function dropZone(layers: ZoneLayers, slot: number): void {
  for (const layer of layersOf(layers, slot)) {
    eachCell(layer, regionOf(layer, layers.table, slot), (cell) => {
      removeCandidate(layer, entryOf(layer.directory, cell), slot)
    })
  }
}

function enterZone(layers: ZoneLayers, slot: number): void {
  for (const layer of layersOf(layers, slot)) {
    const region = regionOf(layer, layers.table, slot)
    openCells(layer, [region])
    eachCell(layer, region, (cell) => {
      insertCandidate(layer, layers.table, entryOf(layer.directory, cell), slot)
    })
  }
}
