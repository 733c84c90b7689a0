import { contactFault } from './contact-fault.ts'
import { duplicateRings } from './duplicate-rings.ts'
import { edgeIndex } from './edge-index.ts'
import type { GeometryFault } from './fault.ts'
import { interiorFaults } from './interior-faults.ts'
import type { AreaLimits } from './limits.ts'
import { nestingFaults } from './nesting-faults.ts'
import { eachContact, type RingContact } from './ring-contacts.ts'
import { type NamedRing, placeOf, ringTable } from './ring-table.ts'

/**
 * Everything wrong with how the rings of an area lie to themselves and to each other, as OGC Simple Features and
 * PostGIS `ST_IsValid` judge it: rings may touch in single points, nothing may cross, run along or nest wrongly,
 * and the inside of each polygon hangs together. About n log n in the number of edges, thanks to a spatial index of
 * them.
 */
export function topologyFaults(given: NamedRing[], limits: AreaLimits): GeometryFault[] {
  const faults: GeometryFault[] = []
  const all = ringTable(given)
  const duplicates = duplicateRings(all)
  for (const [first, later] of duplicates) {
    const v = all.start[later]!
    const other = placeOf(all, all.start[first]!)
    faults.push({ code: 'duplicate_ring', ...placeOf(all, v), other, at: [all.x[v]!, all.y[v]!] })
  }
  const dropped = new Set(duplicates.map(([, later]) => later))
  const table = dropped.size === 0 ? all : ringTable(given.filter((_, ring) => !dropped.has(ring)))
  if (table.rings.length === 0) return faults

  let left = limits.maxEdgePairs
  const spend = (pairs: number): boolean => (left -= pairs) > 0
  const edges = edgeIndex(table)
  const touches: RingContact[] = []
  const settled = new Map<number, Set<number>>()
  const settle = (a: number, b: number): void => void settled.set(a, (settled.get(a) ?? new Set()).add(b))
  const visit = (contact: RingContact): boolean => {
    const fault = contactFault(table, contact)
    if (!fault) touches.push(contact)
    else {
      const a = table.ringOf[contact.a]!
      const b = table.ringOf[contact.b]!
      settle(a, b)
      settle(b, a)
      faults.push(fault)
    }
    return faults.length < limits.maxFaults
  }
  eachContact(table, edges, visit, spend)
  if (faults.length < limits.maxFaults && left > 0) {
    faults.push(...nestingFaults(table, edges, settled, spend), ...interiorFaults(table, touches))
  }
  if (left <= 0) faults.push({ code: 'too_complex', limit: limits.maxEdgePairs })
  return faults
}
