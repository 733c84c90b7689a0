import type Flatbush from 'flatbush'
import { cornerSide } from './corner-side.ts'
import { edgeContact } from './edge-contact.ts'
import type { LngLat } from './position.ts'
import { edgeCount, type RingTable } from './ring-table.ts'

/** Two edges, by the corners that start them, that must not meet as they do; or two rings that touch in a point. */
export type RingContact = { how: 'cross' | 'along' | 'touch' | 'spike'; a: number; b: number; at: LngLat }

/**
 * Every contact between edges, apart from neighbours sharing their corner: proper crossings, crossings through a
 * corner, edges along each other, and touches. A touch is reported once, at the edges it starts.
 * `visit` and `spend` (told how many pairs were looked at) return false to stop.
 * `edges` indexes the edges of the table by corner number.
 */
export function eachContact(
  table: RingTable,
  edges: Flatbush,
  visit: (contact: RingContact) => boolean,
  spend: (pairs: number) => boolean,
): void {
  const { x, y, next } = table
  const count = edgeCount(table)
  for (let a = 0; a < count; a++) {
    const end = next[a]!
    const found: RingContact[] = []
    let pairs = 0
    edges.search(
      Math.min(x[a]!, x[end]!), Math.min(y[a]!, y[end]!), Math.max(x[a]!, x[end]!), Math.max(y[a]!, y[end]!),
      (b) => {
        pairs += 1
        const contact = b > a ? contactOf(table, a, b) : null
        if (contact) found.push(contact)
        return false
      },
    )
    for (const contact of found.sort((p, q) => p.b - q.b)) if (!visit(contact)) return
    if (!spend(pairs)) return
  }
}

function contactOf(table: RingTable, a: number, b: number): RingContact | null {
  const { x, y, next, previous, ringOf } = table
  const contact = edgeContact(table, a, b)
  if (!contact) return null
  const neighbours = next[a] === b || next[b] === a
  if (contact.how === 'along' && neighbours) {
    const corner = next[a] === b ? b : a
    return { how: 'spike', a, b, at: [x[corner]!, y[corner]!] }
  }
  if (contact.how !== 'touch') return { ...contact, a, b }
  if (neighbours && ringOf[a] === ringOf[b]) return null
  const [px, py] = contact.at
  const is = (v: number) => x[v] === px && y[v] === py
  // the edge that starts at this corner reports it
  if (is(next[a]!) || is(next[b]!)) return null
  const point = (v: number): LngLat => [x[v]!, y[v]!]
  const before = point(is(a) ? previous[a]! : a)
  const after = point(next[a]!)
  const sideBefore = cornerSide(before, contact.at, after, point(is(b) ? previous[b]! : b))
  const sideAfter = cornerSide(before, contact.at, after, point(next[b]!))
  return { how: sideBefore * sideAfter < 0 ? 'cross' : 'touch', a, b, at: contact.at }
}
