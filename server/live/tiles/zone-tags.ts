import type { LiveZone } from '../../store/live-zones.ts'
import { byteWriter, writeBytes, writeVarint, written, type ByteWriter } from './byte-writer.ts'
import type { TileLayer } from './tile-layer.ts'
import { encodeValue } from './tile-values.ts'

/** The keys of both layers of zones; `people` is a mark's alone. */
export const TAG_KEYS = ['kind', 'version', 'id', 'name', 'name_en', 'people'] as const

/** Writes a zone's tags for a layer. What is the zone's own is encoded once, as long as the zone is. */
export function createZoneTags(): (zone: LiveZone, layer: TileLayer, tags: ByteWriter) => void {
  const kept = new WeakMap<LiveZone, { encoded: Uint8Array; count: number }>()
  return (zone, layer, tags) => {
    let own = kept.get(zone)
    if (own === undefined) kept.set(zone, (own = encodeOwn(zone)))
    tags.length = 0
    writeVarint(tags, 0)
    writeVarint(tags, layer.value(zone.kind))
    writeVarint(tags, 1)
    writeVarint(tags, layer.value(zone.version))
    const first = layer.own(own.encoded, own.count)
    for (let i = 0; i < own.count; i++) {
      writeVarint(tags, 2 + i)
      writeVarint(tags, first + i)
    }
  }
}

function encodeOwn({ id, name, nameEn }: LiveZone): { encoded: Uint8Array; count: number } {
  const values = [id, name, ...(nameEn === null ? [] : [nameEn])]
  const out = byteWriter(64)
  for (const value of values) writeBytes(out, encodeValue(value))
  return { encoded: written(out), count: values.length }
}
