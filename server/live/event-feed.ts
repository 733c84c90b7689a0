import type { StoredEvent } from '../store/events.ts'
import type { Audience } from './audience.ts'
import { framesOf, type EventHub } from './event-hub.ts'
import type { Live } from './live.ts'
import { resetText } from './sse-text.ts'

/** Where frames go: a socket with a bound, in production. */
export type Sink = {
  /** Takes a frame at once, or closes the stream where its reader is too slow. */
  push(frame: string | Buffer): void
  /** Resolves when what was pushed is under way, or the stream is closed. */
  drained(): Promise<void>
  isOpen(): boolean
  end(): void
}

/** A reader that missed more than this lists everything anew: that is quicker than the events. */
export const MOST_REPLAYED = 10_000
const CATCH_UP_MS = 2_000
const REPLAY_CHUNK = 200

/**
 * Feeds a reader every event after `lastId`, in order and without a gap: first those it missed, then each as it is
 * applied to the picture. An id that cannot be resumed from gets a `reset` that carries the present one.
 * @param lastId what the reader says it has seen; null begins with the present
 * @returns the way to stop
 */
export async function feedEvents(
  live: Live,
  hub: EventHub,
  sink: Sink,
  lastId: string | null,
  audience: Audience,
): Promise<() => void> {
  const from = lastId === null ? live.seq() : await resumePoint(live, lastId)
  // what the hub gives while the past is replayed; it may repeat what the past holds already
  let waiting: StoredEvent[] | null = []
  const leave = hub.join({
    audience,
    take(frame, events) {
      if (waiting === null) sink.push(frame)
      else waiting.push(...events)
    },
    reset(frame) {
      sink.push(frame)
      sink.end()
    },
  })
  const push = (events: readonly StoredEvent[]) => {
    const text = framesOf(events, audience)
    if (text !== '') sink.push(text)
  }
  try {
    if (from === null) sink.push(resetText(live.seq()))
    const missed = from === null ? [] : await live.eventsAfter(from)
    for (let i = 0; i < missed.length && sink.isOpen(); i += REPLAY_CHUNK) {
      push(missed.slice(i, i + REPLAY_CHUNK))
      await sink.drained()
    }
    const last = missed.at(-1)?.seq ?? from ?? 0
    push(waiting.filter((event) => event.seq > last))
    waiting = null
  } catch (error) {
    leave()
    throw error
  }
  return leave
}

/** The sequence number to go on from, or null where there is none; waits a moment for a picture that lags behind. */
async function resumePoint(live: Live, lastId: string): Promise<number | null> {
  if (!/^\d{1,15}$/.test(lastId)) return null
  const seq = Number(lastId)
  if (seq > live.seq()) await caughtUp(live, seq)
  return seq > live.seq() || live.seq() - seq > MOST_REPLAYED ? null : seq
}

function caughtUp(live: Live, seq: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const unsubscribe = live.subscribe(() => live.seq() >= seq && done())
    const timer = setTimeout(done, CATCH_UP_MS)
  })
}
