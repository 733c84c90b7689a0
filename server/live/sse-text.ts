import type { LiveEvent } from '#shared/schema/live-event.ts'
import type { StoredEvent } from '../store/events.ts'

const texts = new WeakMap<StoredEvent, string>()

/** An event as a frame of a text/event-stream; made once for all readers. Payload, actor and hashes stay inside. */
export function eventText(event: StoredEvent): string {
  let text = texts.get(event)
  if (text === undefined) {
    const { seq, at, noun, verb, subject } = event
    const data: LiveEvent = { seq, at, noun, verb, subject }
    text = `id: ${seq}\nevent: ${noun}\ndata: ${JSON.stringify(data)}\n\n`
    texts.set(event, text)
  }
  return text
}

/** Tells a reader that it cannot go on from where it was: list everything, then go on from here. */
export const resetText = (seq: number): string => `id: ${seq}\nevent: reset\ndata: ${JSON.stringify({ seq })}\n\n`

/** A comment that keeps the line open and says how old the picture is. */
export const heartbeatText = (seq: number, asOf: Date): string => `: seq ${seq} as_of ${asOf.toISOString()}\n\n`
