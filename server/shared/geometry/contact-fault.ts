import type { GeometryFault, GeometryFaultCode } from './fault.ts'
import type { RingContact } from './ring-contacts.ts'
import { placeOf, type RingTable } from './ring-table.ts'

/**
 * What a contact means, or null where it is allowed: rings may touch in single points.
 * Between a shell and its hole the hole is named first, otherwise the later ring; `other` is the one it meets.
 */
export function contactFault(table: RingTable, { how, a, b, at }: RingContact): GeometryFault | null {
  const one = placeOf(table, a)
  const two = placeOf(table, b)
  if (table.ringOf[a] === table.ringOf[b]) {
    const code = how === 'cross' ? 'self_crossing' : how === 'spike' ? 'spike' : 'self_touching'
    return { code, ...one, other: two, at }
  }
  if (how === 'touch') return null
  return { code: betweenRings(how, one, two), ...two, other: one, at }
}

function betweenRings(
  how: 'cross' | 'along' | 'spike',
  one: { polygon: number; ring: number },
  two: { polygon: number; ring: number },
): GeometryFaultCode {
  if (how === 'along') return 'shared_edge'
  if (one.polygon !== two.polygon) return 'parts_overlap'
  return one.ring === 0 || two.ring === 0 ? 'hole_outside_shell' : 'holes_overlap'
}
