import type { Db } from '../store/connect.ts'
import { eventsAfter, type StoredEvent } from '../store/events.ts'

const KEPT = 10_000
const PAGE = 5_000

/** The last events, for readers that resume: older ones come from the event table. */
export type EventLog = {
  add(events: readonly StoredEvent[]): void
  clear(): void
  /** All events after `seq` up to `head`, oldest first. */
  after(db: Db, seq: number, head: number): Promise<readonly StoredEvent[]>
}

export function createEventLog(): EventLog {
  let kept: StoredEvent[] = []
  return {
    add(events) {
      kept = [...kept, ...events].slice(-KEPT)
    },
    clear() {
      kept = []
    },
    async after(db, seq, head) {
      if (seq >= head) return []
      const first = kept[0]?.seq
      if (first !== undefined && first <= seq + 1) return kept.slice(seq + 1 - first)
      const events: StoredEvent[] = []
      for (let from = seq; from < head;) {
        const page = (await eventsAfter(db, from, PAGE)).filter((event) => event.seq <= head)
        const last = page.at(-1)
        if (last === undefined) break
        events.push(...page)
        from = last.seq
      }
      return events
    },
  }
}
