import { coversPoint } from './covers-point.ts'
import { allocate, createExtents, release } from './extents.ts'
import type { Extents } from './extents.ts'
import { grownDoubles } from './grow.ts'
import { byStrictness } from './strictness.ts'
import type { ZoneShape } from './zone-shape.ts'

/** A zone's place in the table. `ringEnds` are vertex numbers in the table's `coordinates`, see covers-point.ts. */
export type TableEntry = {
  id: string
  rank: number
  firstVertex: number
  ringEnds: Int32Array
}

/** Every zone under a small number, its slot, with all coordinates in one array: x, y interleaved, ring after ring. */
export type ZoneTable = {
  entries: (TableEntry | undefined)[]
  slots: Map<string, number>
  freeSlots: number[]
  coordinates: Float64Array
  /** In vertices. */
  extents: Extents
  /** West, south, east and north of each slot. */
  bounds: Float64Array
  vertices: number
}

export function createZoneTable(): ZoneTable {
  return {
    entries: [],
    slots: new Map(),
    freeSlots: [],
    coordinates: new Float64Array(0),
    extents: createExtents(),
    bounds: new Float64Array(0),
    vertices: 0,
  }
}

/** Adds a zone whose id the table does not have, and returns its slot. */
export function addZone(table: ZoneTable, id: string, rank: number, shape: ZoneShape): number {
  const slot = table.freeSlots.pop() ?? table.entries.length
  const vertices = shape.coordinates.length / 2
  const firstVertex = allocate(table.extents, vertices)
  table.coordinates = grownDoubles(table.coordinates, 2 * table.extents.end)
  table.coordinates.set(shape.coordinates, 2 * firstVertex)
  table.bounds = grownDoubles(table.bounds, 4 * slot + 4)
  table.bounds.set([shape.minX, shape.minY, shape.maxX, shape.maxY], 4 * slot)
  table.entries[slot] = { id, rank, firstVertex, ringEnds: Int32Array.from(shape.ringEnds, (end) => firstVertex + end) }
  table.slots.set(id, slot)
  table.vertices += vertices
  return slot
}

export function removeZone(table: ZoneTable, slot: number): void {
  const entry = table.entries[slot]!
  const vertices = entry.ringEnds[entry.ringEnds.length - 1]! - entry.firstVertex
  release(table.extents, entry.firstVertex, vertices)
  table.entries[slot] = undefined
  table.slots.delete(entry.id)
  table.freeSlots.push(slot)
  table.vertices -= vertices
}

/** Whether the zone in this slot covers a point; exact, edges and vertices included. */
export function zoneCovers(table: ZoneTable, slot: number, x: number, y: number): boolean {
  const { bounds } = table
  const b = 4 * slot
  if (!(x >= bounds[b]! && y >= bounds[b + 1]! && x <= bounds[b + 2]! && y <= bounds[b + 3]!)) return false
  const { firstVertex, ringEnds } = table.entries[slot]!
  return coversPoint(table.coordinates, firstVertex, ringEnds, x, y)
}

/** Sorts slots, the strictest zone first. */
export function sortSlots(table: ZoneTable, slots: number[]): number[] {
  return slots.sort((a, b) => byStrictness(table.entries[a]!, table.entries[b]!))
}
