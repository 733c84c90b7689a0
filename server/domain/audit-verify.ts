import { eventHash, type StoredEvent } from '../store/events.ts'

/** What breaks the chain, and at which event. */
export type AuditFault = { reason: AuditFaultCode; seq: number }
export const AUDIT_FAULT_CODES = ['changed', 'missing', 'out_of_order', 'not_linked', 'cut_off', 'anchor_differs'] as const
export type AuditFaultCode = (typeof AUDIT_FAULT_CODES)[number]

export type AuditVerdict = { ok: true; seq: number; hash: string } | { ok: false; faults: AuditFault[]; seq: number }

/** A point of the chain that was written down elsewhere: what came before it can no longer be replaced as a whole. */
export type Anchor = { seq: number; hash: string }

export const START: Anchor = { seq: 0, hash: '0'.repeat(64) }
const MOST_FAULTS = 100

/**
 * Walks the events in the order given and finds a changed, removed or reordered one: each must carry the number after
 * the one before it, that one's hash, and the hash of its own content. `head` is where the chain must end; every anchor
 * must be met.
 */
export async function verifyEvents(
  pages: AsyncIterable<readonly StoredEvent[]> | Iterable<readonly StoredEvent[]>,
  head: Anchor | null,
  anchors: readonly Anchor[] = [],
): Promise<AuditVerdict> {
  const faults: AuditFault[] = []
  const fault = (reason: AuditFaultCode, seq: number) => faults.length < MOST_FAULTS && faults.push({ reason, seq })
  const anchored = new Map(anchors.map(({ seq, hash }) => [seq, hash]))
  let last = START
  for await (const page of pages) {
    for (const event of page) {
      const { hash, ...unsigned } = event
      if (event.seq <= last.seq) fault('out_of_order', event.seq)
      else if (event.seq > last.seq + 1) fault('missing', last.seq + 1)
      else if (event.prevHash !== last.hash) fault('not_linked', event.seq)
      if (eventHash(unsigned) !== hash) fault('changed', event.seq)
      if (anchored.has(event.seq) && anchored.get(event.seq) !== hash) fault('anchor_differs', event.seq)
      last = { seq: event.seq, hash }
    }
  }
  const end = Math.max(head?.seq ?? 0, ...anchored.keys())
  if (last.seq < end) fault('cut_off', last.seq + 1)
  else if (head !== null && (head.seq !== last.seq || head.hash !== last.hash)) fault('not_linked', last.seq)
  return faults.length === 0 ? { ok: true, ...last } : { ok: false, faults, seq: last.seq }
}
