import { coversPoint } from './covers-point.ts'
import type { IndexedZone } from './indexed-zone.ts'
import { byStrictness, rankOfKind } from './strictness.ts'
import type { ZoneIndex } from './zone-index.ts'
import { toZoneShape } from './zone-shape.ts'
import type { ZoneShape } from './zone-shape.ts'

type Entry = ZoneShape & { id: string; rank: number }

/** Builds the index of the zones in force. A RangeError names a zone that is malformed or given twice. */
export function createZoneIndex(zones: Iterable<IndexedZone>): ZoneIndex {
  let entries: Entry[] = []
  const index: ZoneIndex = {
    at: (lng, lat) => entries.filter((entry) => covers(entry, lng, lat)).map((entry) => entry.id),
    strictestAt: (lng, lat) => entries[slotAt(lng, lat)]?.id ?? null,
    batch(points) {
      if (points.length % 2 !== 0) throw new RangeError('points must hold longitude and latitude in turn')
      return Int32Array.from({ length: points.length / 2 }, (_, i) => slotAt(points[2 * i]!, points[2 * i + 1]!))
    },
    idOf(slot) {
      const entry = entries[slot]
      if (entry === undefined) throw new RangeError(`no zone has slot ${slot}`)
      return entry.id
    },
    apply({ put = [], remove = [] }) {
      const added = put.map(toEntry)
      const ids = new Set(added.map((entry) => entry.id))
      if (ids.size < added.length) throw new RangeError('a zone is given twice in one change')
      for (const id of remove) ids.add(id)
      entries = [...entries.filter((entry) => !ids.has(entry.id)), ...added].sort(byStrictness)
    },
    stats() {
      const coordinateBytes = entries.reduce((sum, entry) => sum + entry.coordinates.byteLength, 0)
      return { zones: entries.length, vertices: coordinateBytes / 16, coordinateBytes, indexBytes: 0 }
    },
  }
  function slotAt(lng: number, lat: number): number {
    return entries.findIndex((entry) => covers(entry, lng, lat))
  }
  index.apply({ put: [...zones] })
  return index
}

function toEntry(zone: IndexedZone): Entry {
  return { id: zone.id, rank: rankOfKind(zone.kind), ...toZoneShape(zone) }
}

function covers(entry: Entry, x: number, y: number): boolean {
  if (!(x >= entry.minX && x <= entry.maxX && y >= entry.minY && y <= entry.maxY)) return false
  return coversPoint(entry.coordinates, 0, entry.ringEnds, x, y)
}
