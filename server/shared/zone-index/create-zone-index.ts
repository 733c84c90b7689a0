import { applyChange } from './apply-change.ts'
import { coveringSlots } from './candidates.ts'
import { findBatch } from './find-batch.ts'
import { findStrictest } from './find-strictest.ts'
import type { IndexedZone } from './indexed-zone.ts'
import { isInLayer, latticeX, latticeY, rootCellAt } from './layer.ts'
import { indexStats } from './index-stats.ts'
import type { ZoneIndex } from './zone-index.ts'
import { createZoneLayers } from './zone-layers.ts'
import { checkZone } from './check-zone.ts'
import { addZone, createZoneTable, reserveTable } from './zone-table.ts'

/** Builds the index of the zones in force. A RangeError names a zone that is malformed or given twice. */
export function createZoneIndex(zones: Iterable<IndexedZone>): ZoneIndex {
  const table = createZoneTable()
  const given = [...zones]
  const vertices = given.map(checkZone)
  reserveTable(table, given.length, vertices.reduce((sum, count) => sum + count, 0))
  for (let i = 0; i < given.length; i++) {
    if (table.slots.has(given[i]!.id)) throw new RangeError(`zone ${given[i]!.id} is given twice`)
    addZone(table, given[i]!, vertices[i]!)
  }
  const layers = createZoneLayers(table)

  function slotAt(lng: number, lat: number): number {
    const { inner, outer } = layers
    if (inner) {
      const x = latticeX(inner, lng)
      const y = latticeY(inner, lat)
      if (isInLayer(inner, x, y)) return findStrictest(inner, table, x, y, lng, lat)
    }
    if (outer) {
      const x = latticeX(outer, lng)
      const y = latticeY(outer, lat)
      if (isInLayer(outer, x, y)) return findStrictest(outer, table, x, y, lng, lat)
    }
    return -1
  }

  return {
    at(lng, lat) {
      for (const layer of [layers.inner, layers.outer]) {
        if (!layer) continue
        const x = latticeX(layer, lng)
        const y = latticeY(layer, lat)
        if (!isInLayer(layer, x, y)) continue
        const slots = coveringSlots(layer, table, rootCellAt(layer, x, y), lng, lat)
        return slots.map((slot) => table.entries[slot]!.id)
      }
      return []
    },
    strictestAt(lng, lat) {
      const slot = slotAt(lng, lat)
      return slot < 0 ? null : table.entries[slot]!.id
    },
    batch(points) {
      if (points.length % 2 !== 0) throw new RangeError('points must hold longitude and latitude in turn')
      const slots = new Int32Array(points.length / 2)
      if (layers.inner) findBatch(layers.inner, table, points, slots, slotAt)
      else for (let i = 0; i < slots.length; i++) slots[i] = slotAt(points[2 * i]!, points[2 * i + 1]!)
      return slots
    },
    idOf(slot) {
      const entry = table.entries[slot]
      if (entry === undefined) throw new RangeError(`no zone has slot ${slot}`)
      return entry.id
    },
    apply: (change) => applyChange(layers, change),
    stats: () => indexStats(layers),
  }
}
