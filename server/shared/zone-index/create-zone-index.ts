import { applyChange } from './apply-change.ts'
import { roundedSize } from './extents.ts'
import { findAll, NONE } from './find-all.ts'
import { findBatch } from './find-batch.ts'
import { findStrictest, OUTSIDE_LAYER } from './find-strictest.ts'
import type { IndexedZone } from './indexed-zone.ts'
import { indexStats } from './index-stats.ts'
import type { ZoneIndex } from './zone-index.ts'
import { refineRest } from './refine-rest.ts'
import { createZoneLayers } from './zone-layers.ts'
import { countVertices } from './zone-rings.ts'
import { addZone, createZoneTable } from './zone-table.ts'

/** Builds the index of the zones in force. A RangeError names a zone that is malformed or given twice. */
export function createZoneIndex(zones: Iterable<IndexedZone>): ZoneIndex {
  const given = [...zones]
  const counts = given.map(countVertices)
  const table = createZoneTable(given.length, counts.reduce((sum, count) => sum + roundedSize(count), 0))
  for (let i = 0; i < given.length; i++) {
    if (table.slots.has(given[i]!.id)) throw new RangeError(`zone ${given[i]!.id} is given twice`)
    addZone(table, given[i]!, counts[i]!)
  }
  const layers = createZoneLayers(table)
  const asked = new Float64Array(2)

  // The layer that knows of the point comes first; a point in neither has no zone.
  function slotOf(points: Float64Array, i: number): number {
    let slot = layers.inner ? findStrictest(layers.inner, points, i) : OUTSIDE_LAYER
    if (slot === OUTSIDE_LAYER && layers.outer) slot = findStrictest(layers.outer, points, i)
    return slot
  }

  function slotsAt(lng: number, lat: number): readonly number[] {
    asked[0] = lng
    asked[1] = lat
    return (layers.inner && findAll(layers.inner, asked, 0)) ?? (layers.outer && findAll(layers.outer, asked, 0)) ?? NONE
  }

  return {
    at: (lng, lat) => slotsAt(lng, lat).map((slot) => table.ids[slot]!),
    slotsAt,
    strictestAt(lng, lat) {
      asked[0] = lng
      asked[1] = lat
      const slot = slotOf(asked, 0)
      return slot < 0 ? null : table.ids[slot]!
    },
    batch(points) {
      if (points.length % 2 !== 0) throw new RangeError('points must hold longitude and latitude in turn')
      const slots = new Int32Array(points.length / 2)
      let outside = slots.length
      if (layers.inner) outside = findBatch(layers.inner, points, slots)
      else slots.fill(OUTSIDE_LAYER)
      if (outside === 0) return slots
      for (let i = 0; i < slots.length; i++) {
        if (slots[i] === OUTSIDE_LAYER) slots[i] = Math.max(-1, slotOf(points, 2 * i))
      }
      return slots
    },
    idOf(slot) {
      const id = table.ids[slot]
      if (id === undefined) throw new RangeError(`no zone has slot ${slot}`)
      return id
    },
    apply: (change) => applyChange(layers, change),
    refine: (cells) => refineRest(layers, cells),
    stats: () => indexStats(layers),
  }
}
