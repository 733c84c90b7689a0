import Flatbush from 'flatbush'
import type { GeometryFault } from './fault.ts'
import { placeOf, type RingTable } from './ring-table.ts'
import { ringsAround } from './rings-around.ts'

/**
 * Rings that lie whole where they must not: a hole outside its shell or inside another hole, a part inside another
 * part. `settled` has, for a ring, the rings it was already reported to cross or run along; those are not judged again.
 */
export function nestingFaults(
  table: RingTable,
  edges: Flatbush,
  settled: Map<number, Set<number>>,
  spend: (pairs: number) => boolean,
): GeometryFault[] {
  const shells = new Map<number, number>()
  table.rings.forEach(({ polygon, ring }, index) => {
    if (ring === 0) shells.set(polygon, index)
  })
  const faults: GeometryFault[] = []
  const report = (code: GeometryFault['code'], ring: number, other: number): void => {
    const v = table.start[ring]!
    faults.push({
      code, ...placeOf(table, v), other: placeOf(table, table.start[other]!), at: [table.x[v]!, table.y[v]!],
    })
  }
  const boxes = ringBoxes(table)
  for (let ring = 0; ring < table.rings.length; ring++) {
    const { polygon, ring: index } = table.rings[ring]!
    const around = ringsAround(table, edges, boxes, ring, spend)
    const known = settled.get(ring) ?? new Set()
    if (index > 0) {
      const shell = shells.get(polygon)
      if (shell !== undefined && !around.has(shell) && !known.has(shell)) report('hole_outside_shell', ring, shell)
      for (const other of around)
        if (other !== shell && table.rings[other]!.polygon === polygon && !known.has(other))
          report('holes_overlap', ring, other)
      continue
    }
    for (const other of around) {
      const outer = table.rings[other]!
      if (outer.ring !== 0 || known.has(other)) continue
      const holeOfOuter = (r: number) => table.rings[r]!.polygon === outer.polygon && table.rings[r]!.ring > 0
      if (![...around, ...known].some(holeOfOuter)) report('parts_overlap', ring, other)
    }
  }
  return faults
}

/** The bounds of every ring, by its number. */
function ringBoxes({ rings, start, x, y }: RingTable): Flatbush {
  const boxes = new Flatbush(rings.length)
  for (let ring = 0; ring < rings.length; ring++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let v = start[ring]!; v < start[ring + 1]!; v++) {
      west = Math.min(west, x[v]!)
      south = Math.min(south, y[v]!)
      east = Math.max(east, x[v]!)
      north = Math.max(north, y[v]!)
    }
    boxes.add(west, south, east, north)
  }
  boxes.finish()
  return boxes
}
