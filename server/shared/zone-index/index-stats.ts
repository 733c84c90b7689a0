import type { Layer } from './layer.ts'
import type { ZoneIndexStats } from './zone-index.ts'
import type { ZoneLayers } from './zone-layers.ts'

/** Counts every typed array, reserve for growth included; ids and their map are the caller's strings and not counted. */
export function indexStats({ table, inner, outer }: ZoneLayers): ZoneIndexStats {
  const coordinateBytes = 16 * table.vertices
  let indexBytes = table.coordinates.byteLength - coordinateBytes + table.bounds.byteLength
  for (const entry of table.entries) indexBytes += entry ? 4 * entry.ringEnds.length : 0
  return {
    zones: table.slots.size,
    vertices: table.vertices,
    coordinateBytes,
    indexBytes: indexBytes + bytesOf(inner) + bytesOf(outer),
  }
}

function bytesOf(layer: Layer | null): number {
  return layer ? layer.root.byteLength + layer.lists.byteLength + layer.words.byteLength : 0
}
