import type { IndexedZone } from './indexed-zone.ts'
import { joinRegions, overlap } from './region.ts'
import { rankOfKind } from './strictness.ts'
import { updateRegion } from './update-region.ts'
import type { ZoneChange } from './zone-index.ts'
import { fitLayers, staleRegions } from './zone-layers.ts'
import type { StaleRegion, ZoneLayers } from './zone-layers.ts'
import { countVertices, writeRings } from './zone-rings.ts'
import { addZone, freeSlot, removeZone } from './zone-table.ts'

// Below this many zones a fresh fit is not worth avoiding nor seeking.
const FEW_ZONES = 64

/**
 * Removes and puts zones, and brings up to date the root cells that they reach into and no others, unless the number
 * of zones has doubled since the layers were fitted. Everything that can be refused is refused before anything changes.
 */
export function applyChange(layers: ZoneLayers, { put = [], remove = [] }: ZoneChange): void {
  const { table } = layers
  for (const zone of put) checkZone(zone)
  const ids = new Set(put.map(({ id }) => id))
  if (ids.size < put.length) throw new RangeError('a zone is given twice in one change')
  for (const id of remove) ids.add(id)

  const stale: StaleRegion[] = []
  const removed = new Set<number>()
  for (const id of ids) {
    const slot = table.slots.get(id)
    if (slot === undefined) continue
    stale.push(...staleRegions(layers, slot))
    removeZone(table, slot)
    removed.add(slot)
  }
  const slots = put.map((zone) => addZone(table, zone, countVertices(zone)))
  if (table.slots.size > 2 * layers.fittedTo + FEW_ZONES) fitLayers(layers)
  else {
    for (const slot of slots) stale.push(...staleRegions(layers, slot))
    for (const { layer, region } of joinOverlapping(stale)) updateRegion(layer, table, region, removed, slots)
  }
  for (const slot of removed) freeSlot(table, slot)
}

// A RangeError for what `addZone` would refuse.
function checkZone(zone: IndexedZone): void {
  rankOfKind(zone.kind)
  writeRings(zone, new Float64Array(2 * countVertices(zone)), 0, new Float64Array(4), 0)
}

function joinOverlapping(stale: StaleRegion[]): StaleRegion[] {
  const joined: StaleRegion[] = []
  for (let { layer, region } of stale) {
    for (let i = joined.length - 1; i >= 0; i--) {
      const other = joined[i]!
      if (other.layer !== layer || !overlap(other.region, region)) continue
      region = joinRegions(other.region, region)
      joined.splice(i, 1)
      i = joined.length
    }
    joined.push({ layer, region })
  }
  return joined
}
