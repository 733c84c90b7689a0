import { createLayer } from './layer.ts'
import type { Layer } from './layer.ts'
import type { ZoneTable } from './zone-table.ts'

const MOST_CELLS_PER_ZONE = 16
// How many root cells a zone may reach into on average: more would make candidate lists long.
const MOST_CANDIDATES_PER_ZONE = 6
// Lattice coordinates stay below 2^31.
const MOST_COLUMNS = 2047

/** A layer round the zones of a table, its root cells small enough to hold few of them; null for no zones. */
export function fitLayer(table: ZoneTable): Layer | null {
  const zones = table.slots.size
  if (zones === 0) return null
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const slot of table.slots.values()) {
    west = Math.min(west, table.bounds[4 * slot]!)
    south = Math.min(south, table.bounds[4 * slot + 1]!)
    east = Math.max(east, table.bounds[4 * slot + 2]!)
    north = Math.max(north, table.bounds[4 * slot + 3]!)
  }
  const margin = 1e-6 + 1e-3 * Math.max(east - west, north - south)
  west -= margin
  south -= margin
  east += margin
  north += margin
  let side = Math.sqrt(((east - west) * (north - south)) / (MOST_CELLS_PER_ZONE * zones))
  side = Math.max(side, (east - west) / MOST_COLUMNS, (north - south) / MOST_COLUMNS)
  while (candidatesFor(table, side) > MOST_CANDIDATES_PER_ZONE * zones) side *= 1.2
  const columns = Math.max(1, Math.floor((east - west) / side))
  const rows = Math.max(1, Math.floor((north - south) / side))
  return createLayer([west, south, east, north], columns, rows)
}

function candidatesFor(table: ZoneTable, side: number): number {
  const { bounds } = table
  let sum = 0
  for (const slot of table.slots.values()) {
    const b = 4 * slot
    sum += ((bounds[b + 2]! - bounds[b]!) / side + 1) * ((bounds[b + 3]! - bounds[b + 1]!) / side + 1)
  }
  return sum
}
