import type { RingPlace } from './fault.ts'
import { orientation } from './orientation.ts'
import type { LngLat } from './position.ts'

/** A ring to be compared with others, named by its place in the MultiPolygon. */
export type NamedRing = { polygon: number; ring: number; positions: LngLat[] }

/**
 * Rings laid out in flat columns for fast work: corner v has x[v], y[v], belongs to ring ringOf[v] and starts the edge
 * to corner next[v]. The closing position and repeated corners are left out; `vertex` keeps the original index.
 */
export type RingTable = {
  rings: NamedRing[]
  start: Int32Array
  x: Float64Array
  y: Float64Array
  ringOf: Int32Array
  next: Int32Array
  previous: Int32Array
  vertex: Int32Array
}

export function ringTable(rings: NamedRing[]): RingTable {
  const size = rings.reduce((sum, { positions }) => sum + positions.length, 0)
  const table: RingTable = {
    rings,
    start: new Int32Array(rings.length + 1),
    x: new Float64Array(size),
    y: new Float64Array(size),
    ringOf: new Int32Array(size),
    next: new Int32Array(size),
    previous: new Int32Array(size),
    vertex: new Int32Array(size),
  }
  let v = 0
  rings.forEach(({ positions }, ring) => {
    const first = v
    table.start[ring] = first
    for (let i = 0; i < positions.length - 1; i++) {
      const [x, y] = positions[i]!
      if (v > first && table.x[v - 1] === x && table.y[v - 1] === y) continue
      table.x[v] = x
      table.y[v] = y
      table.vertex[v] = i
      v += 1
    }
    while (v - 1 > first && table.x[v - 1] === table.x[first] && table.y[v - 1] === table.y[first]) v -= 1
    for (let i = first; i < v; i++) {
      table.ringOf[i] = ring
      table.next[i] = i + 1 < v ? i + 1 : first
      table.previous[i] = i > first ? i - 1 : v - 1
    }
  })
  table.start[rings.length] = v
  return table
}

/** Number of corners, and so of edges, in the table. */
export function edgeCount(table: RingTable): number {
  return table.start[table.rings.length]!
}

export function placeOf(table: RingTable, v: number): RingPlace {
  const { polygon, ring } = table.rings[table.ringOf[v]!]!
  return { polygon, ring, vertex: table.vertex[v]! }
}

/** 1 for a counter-clockwise ring, −1 for a clockwise one, exact for rings that do not cross themselves. */
export function ringDirection(table: RingTable, ring: number): number {
  const { x, y } = table
  let low = table.start[ring]!
  for (let v = low; v < table.start[ring + 1]!; v++)
    if (y[v]! < y[low]! || (y[v] === y[low] && x[v]! < x[low]!)) low = v
  const before = table.previous[low]!
  const after = table.next[low]!
  return Math.sign(orientation(x[before]!, y[before]!, x[low]!, y[low]!, x[after]!, y[after]!))
}
