import { coversPoint } from './covers-point.ts'
import { allocate, createExtents, release } from './extents.ts'
import type { Extents } from './extents.ts'
import { grownDoubles, grownInts } from './grow.ts'
import type { IndexedZone } from './indexed-zone.ts'
import { rankOfKind } from './strictness.ts'
import { writeRings } from './zone-rings.ts'

/** Every zone under a small number, its slot; columns of numbers, as an object for each zone would outweigh them. */
export type ZoneTable = {
  slots: Map<string, number>
  freeSlots: number[]
  /** Per slot. */
  ids: (string | undefined)[]
  ranks: Int32Array
  /** The zone's vertices, from the first to before the end. */
  firstVertices: Int32Array
  endVertices: Int32Array
  /** West, south, east and north. */
  bounds: Float64Array
  /** Before which vertex each ring ends, of zones with more than one. */
  ringEnds: Map<number, readonly number[]>
  /** All vertices, x, y interleaved, and which of them are in use. */
  coordinates: Float64Array
  extents: Extents
  vertices: number
}

/** An empty table with room for so many zones and vertices. */
export function createZoneTable(zones: number, vertices: number): ZoneTable {
  return {
    slots: new Map(),
    freeSlots: [],
    ids: [],
    ranks: new Int32Array(zones),
    firstVertices: new Int32Array(zones),
    endVertices: new Int32Array(zones),
    bounds: new Float64Array(4 * zones),
    ringEnds: new Map(),
    coordinates: new Float64Array(2 * vertices),
    extents: createExtents(),
    vertices: 0,
  }
}

/** Adds a zone whose id the table does not have, and returns its slot. A RangeError for a fault of the zone's. */
export function addZone(table: ZoneTable, zone: IndexedZone, vertices: number): number {
  const rank = rankOfKind(zone.kind)
  const slot = table.freeSlots.pop() ?? table.ids.length
  const first = allocate(table.extents, vertices)
  table.coordinates = grownDoubles(table.coordinates, 2 * table.extents.end)
  table.bounds = grownDoubles(table.bounds, 4 * slot + 4)
  table.ranks = grownInts(table.ranks, slot + 1)
  table.firstVertices = grownInts(table.firstVertices, slot + 1)
  table.endVertices = grownInts(table.endVertices, slot + 1)
  const ends = writeRings(zone, table.coordinates, first, table.bounds, 4 * slot)
  if (ends.length > 1) table.ringEnds.set(slot, ends)
  table.ids[slot] = zone.id
  table.ranks[slot] = rank
  table.firstVertices[slot] = first
  table.endVertices[slot] = first + vertices
  table.slots.set(zone.id, slot)
  table.vertices += vertices
  return slot
}

export function removeZone(table: ZoneTable, slot: number): void {
  const vertices = verticesOf(table, slot)
  release(table.extents, table.firstVertices[slot]!, vertices)
  table.slots.delete(table.ids[slot]!)
  table.ringEnds.delete(slot)
  table.vertices -= vertices
  table.ids[slot] = undefined
  table.freeSlots.push(slot)
}

function verticesOf(table: ZoneTable, slot: number): number {
  return table.endVertices[slot]! - table.firstVertices[slot]!
}

/** Before which vertex each ring of a zone ends. */
export function ringEndsOf(table: ZoneTable, slot: number): readonly number[] {
  return table.ringEnds.get(slot) ?? [table.endVertices[slot]!]
}

/** Whether the zone in this slot covers a point; exact, edges and vertices included. */
export function zoneCovers(table: ZoneTable, slot: number, x: number, y: number): boolean {
  const { bounds } = table
  const b = 4 * slot
  if (!(x >= bounds[b]! && y >= bounds[b + 1]! && x <= bounds[b + 2]! && y <= bounds[b + 3]!)) return false
  return coversPoint(table.coordinates, table.firstVertices[slot]!, ringEndsOf(table, slot), x, y)
}

/** Sorts slots, the strictest zone first; zones of one kind by their ids. */
export function sortSlots(table: ZoneTable, slots: number[]): number[] {
  return slots.sort((a, b) => (isStricter(table, a, b) ? -1 : 1))
}

export function isStricter({ ids, ranks }: ZoneTable, slot: number, other: number): boolean {
  return ranks[slot] === ranks[other] ? ids[slot]! < ids[other]! : ranks[slot]! < ranks[other]!
}
