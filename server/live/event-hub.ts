import type { StoredEvent } from '../store/events.ts'
import type { Audience } from './audience.ts'
import type { Live, LiveChange } from './live.ts'
import { eventText, resetText } from './sse-text.ts'

/** What the hub hands to a reader of events: a frame that many readers share, or the end of the stream. */
export type HubReader = {
  audience: Audience
  /** Events of one change, and the same as one frame that holds what this reader may see; never an empty one. */
  take(frame: Buffer, events: readonly StoredEvent[]): void
  /** The picture was read anew: the reader cannot go on from where it was. */
  reset(frame: Buffer): void
}

/** One subscription to the picture for all readers of events, however many screens there are. */
export type EventHub = { join(reader: HubReader): () => void }

// checks are let in between this many milliseconds of writing
const TURN_MS = 4
const WRITES = 16

type Delivery = { events: readonly StoredEvent[]; frames: Record<Audience, Buffer>; reset: Buffer | null }

/**
 * Writes each change once and gives the same bytes to all readers, in turns between which the event loop goes on.
 * Changes are given one after the other, so every reader gets them in order; who joins gets those that come after.
 */
export function createEventHub(live: Live): EventHub {
  const readers = new Set<HubReader>()
  const queue: { delivery: Delivery; readers: HubReader[] }[] = []
  let running = false

  const run = async () => {
    running = true
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await deliver(next.delivery, next.readers)
    running = false
  }
  const deliver = async ({ events, frames, reset }: Delivery, to: readonly HubReader[]) => {
    let end = performance.now() + TURN_MS
    for (const [i, reader] of to.entries()) {
      if (i % WRITES === WRITES - 1 && performance.now() > end) {
        await new Promise((resolve) => setImmediate(resolve))
        end = performance.now() + TURN_MS
      }
      if (!readers.has(reader)) continue
      if (reset !== null) reader.reset(reset)
      else if (frames[reader.audience].length > 0) reader.take(frames[reader.audience], events)
    }
  }

  live.subscribe(({ events, reset }: LiveChange) => {
    if (readers.size === 0 || (events.length === 0 && !reset)) return
    const frame = (audience: Audience) => Buffer.from(framesOf(events, audience))
    const delivery: Delivery = {
      events,
      frames: { public: frame('public'), all: frame('all') },
      reset: reset ? Buffer.from(resetText(live.seq())) : null,
    }
    queue.push({ delivery, readers: [...readers] })
    if (!running) void run()
  })
  return {
    join(reader) {
      readers.add(reader)
      return () => readers.delete(reader)
    },
  }
}

/**
 * Events as frames of a text/event-stream, those that the audience may not see left out. Who read what is for auditors
 * alone, and changes nothing on any screen.
 */
export const framesOf = (events: readonly StoredEvent[], audience: Audience): string =>
  events
    .filter((event) => event.noun !== 'readings' && (audience === 'all' || event.public))
    .map(eventText)
    .join('')
