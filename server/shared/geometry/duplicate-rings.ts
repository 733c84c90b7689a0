import type { RingTable } from './ring-table.ts'

/**
 * Pairs [first, later] of rings with the same corners in the same round, wherever they start and whichever way they
 * run.
 */
export function duplicateRings(table: RingTable): [number, number][] {
  const seen = new Map<string, number>()
  const pairs: [number, number][] = []
  for (let ring = 0; ring < table.rings.length; ring++) {
    const key = canonicalRing(table, ring)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, ring)
    else pairs.push([first, ring])
  }
  return pairs
}

function canonicalRing({ start, x, y, next, previous }: RingTable, ring: number): string {
  const size = start[ring + 1]! - start[ring]!
  let low = start[ring]!
  for (let v = low; v < start[ring + 1]!; v++) if (x[v]! < x[low]! || (x[v] === x[low] && y[v]! < y[low]!)) low = v
  const after = next[low]!
  const before = previous[low]!
  const step = x[after]! < x[before]! || (x[after] === x[before] && y[after]! < y[before]!) ? next : previous
  const corners: number[] = []
  for (let i = 0, v = low; i < size; i++, v = step[v]!) corners.push(x[v]!, y[v]!)
  return corners.join(' ')
}
