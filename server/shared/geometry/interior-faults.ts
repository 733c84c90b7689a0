import type { GeometryFault } from './fault.ts'
import type { RingContact } from './ring-contacts.ts'
import { placeOf, type RingTable } from './ring-table.ts'

/**
 * Where touching rings cut the inside of a polygon in two.
 * Rings and the points where they touch form a graph; the inside hangs together exactly as long as that graph has no
 * cycle (several holes meeting the shell in one point are a star, not a cycle). Source: the condition of JTS
 * `PolygonTopologyAnalyzer`, counted here with a union-find.
 */
export function interiorFaults(table: RingTable, touches: RingContact[]): GeometryFault[] {
  const parent = new Map<string, string>()
  const find = (node: string): string => {
    let root = node
    while (parent.has(root)) root = parent.get(root)!
    for (let up = node; up !== root; ) {
      const above = parent.get(up)!
      parent.set(up, root)
      up = above
    }
    return root
  }
  const incidences = new Set<string>()
  const faults: GeometryFault[] = []
  for (const { a, b, at } of touches) {
    const polygon = placeOf(table, a).polygon
    if (polygon !== placeOf(table, b).polygon) continue
    const point = `${polygon}:${at[0]},${at[1]}`
    for (const v of [a, b]) {
      const ring = `ring ${table.ringOf[v]}`
      const incidence = `${ring} ${point}`
      if (incidences.has(incidence)) continue
      incidences.add(incidence)
      if (find(ring) === find(point)) {
        const other = placeOf(table, v === a ? b : a)
        faults.push({ code: 'interior_disconnected', ...placeOf(table, v), other, at })
      } else parent.set(find(ring), find(point))
    }
  }
  return faults
}
