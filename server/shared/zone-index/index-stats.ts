import type { CellBuilder } from './cell-builder.ts'
import type { ZoneIndexStats } from './zone-index.ts'
import type { ZoneLayers } from './zone-layers.ts'

/** Counts every array of numbers, reserve for growth included; not the ids, nor the map from them to slots. */
export function indexStats({ table, inner, outer }: ZoneLayers): ZoneIndexStats {
  const coordinateBytes = 16 * table.vertices
  let indexBytes = table.coordinates.byteLength - coordinateBytes
  for (const column of [table.bounds, table.ranks, table.firstVertices, table.endVertices]) indexBytes += column.byteLength
  for (const ends of table.ringEnds.values()) indexBytes += 8 * ends.length
  return {
    zones: table.slots.size,
    vertices: table.vertices,
    coordinateBytes,
    indexBytes: indexBytes + bytesOf(inner) + bytesOf(outer),
  }
}

function bytesOf(builder: CellBuilder | null): number {
  if (!builder) return 0
  const { directory, answers, lists, words } = builder.layer
  return directory.byteLength + answers.byteLength + lists.byteLength + words.byteLength
}
