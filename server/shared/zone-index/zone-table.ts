import { coversPoint } from './covers-point.ts'
import { allocate, createExtents, release } from './extents.ts'
import type { Extents } from './extents.ts'
import { grownDoubles } from './grow.ts'
import type { IndexedZone } from './indexed-zone.ts'
import { byStrictness, rankOfKind } from './strictness.ts'

/** A zone's place in the table. `ringEnds` are vertex numbers in the table's `coordinates`, see covers-point.ts. */
export type TableEntry = {
  id: string
  rank: number
  firstVertex: number
  ringEnds: readonly number[]
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

/** Adds a zone whose id the table does not have, and returns its slot. `vertices` is from `checkZone`. */
export function addZone(table: ZoneTable, { id, kind, geometry }: IndexedZone, vertices: number): number {
  const slot = table.freeSlots.pop() ?? table.entries.length
  const firstVertex = allocate(table.extents, vertices)
  table.coordinates = grownDoubles(table.coordinates, 2 * table.extents.end)
  table.bounds = grownDoubles(table.bounds, 4 * slot + 4)
  const { coordinates, bounds } = table
  const ringEnds: number[] = []
  let [west, south, east, north] = [180, 90, -180, -90]
  let at = 2 * firstVertex
  for (const polygon of geometry.coordinates) {
    for (const ring of polygon) {
      for (let i = 0; i < ring.length; i++) {
        const x = ring[i]![0]!
        const y = ring[i]![1]!
        coordinates[at++] = x
        coordinates[at++] = y
        if (x < west) west = x
        if (x > east) east = x
        if (y < south) south = y
        if (y > north) north = y
      }
      ringEnds.push(at / 2)
    }
  }
  bounds[4 * slot] = west
  bounds[4 * slot + 1] = south
  bounds[4 * slot + 2] = east
  bounds[4 * slot + 3] = north
  table.entries[slot] = { id, rank: rankOfKind(kind), firstVertex, ringEnds }
  table.slots.set(id, slot)
  table.vertices += vertices
  return slot
}

/** Makes room for many zones at once. */
export function reserveTable(table: ZoneTable, zones: number, vertices: number): void {
  table.coordinates = grownDoubles(table.coordinates, 2 * vertices)
  table.bounds = grownDoubles(table.bounds, 4 * zones)
}

export function removeZone(table: ZoneTable, slot: number): void {
  const entry = table.entries[slot]!
  const vertices = verticesIn(entry)
  release(table.extents, entry.firstVertex, vertices)
  table.entries[slot] = undefined
  table.slots.delete(entry.id)
  table.freeSlots.push(slot)
  table.vertices -= vertices
}

export function verticesIn({ firstVertex, ringEnds }: TableEntry): number {
  return ringEnds[ringEnds.length - 1]! - firstVertex
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
