import type { LiveEvent } from '#shared/schema/live-event.ts'
import { openEventStream } from '../api/event-stream.ts'
import type { Freshness } from './freshness.ts'

/** What is read again when an event names its noun: everything of it, or only the subject where that is enough. */
export type Readers = Partial<Record<string, { all: () => Promise<void>; one?: (subject: string, verb: string) => Promise<void> }>>

const POLL_MS = 10_000

/**
 * Follows the event stream: every event has its noun read again, a lost place in the stream has everything read again.
 * Between events the server is asked how old its picture is, for an open line alone does not prove that.
 */
export function startFeed(
  fetch: typeof globalThis.fetch,
  { seq, freshness, readers, readStatus }: { seq: () => number | null; freshness: Freshness; readers: Readers; readStatus: () => Promise<void> },
): { reconnect: () => void; close: () => void } {
  const readAll = () => Promise.all(Object.values(readers).map((reader) => reader?.all()))
  const open = () =>
    // from the number that the lists were read at or before, so that nothing between is missed
    openEventStream(fetch, seq() === null ? null : String(seq()), {
      onOpen() {
        freshness.connected.value = true
        void readStatus()
      },
      onEvent(event: LiveEvent) {
        const reader = readers[event.noun]
        void (reader?.one ? reader.one(event.subject, event.verb) : reader?.all())
        void readStatus()
      },
      onReset: () => void readAll(),
      onCut: () => (freshness.connected.value = false),
    })
  let stream = open()
  const poll = setInterval(() => void readStatus(), POLL_MS)
  const tick = setInterval(freshness.tick, 1000)
  return {
    /** After signing in or out: another audience, so everything is read again and the stream begun anew. */
    reconnect() {
      stream.close()
      void readAll()
      stream = open()
    },
    close() {
      stream.close()
      clearInterval(poll)
      clearInterval(tick)
    },
  }
}
