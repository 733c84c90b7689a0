import type { LiveEvent } from '#shared/schema/live-event.ts'
import { createStreamParser } from './sse-parser.ts'

export type StreamHandlers = {
  /** the stream is open and everything after the last seen id will come */
  onOpen: () => void
  onEvent: (event: LiveEvent) => void
  /** the place in the stream is lost: everything must be listed again */
  onReset: () => void
  onCut: () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
/** longer than the server's heartbeat by far: silence past it means the line is dead */
const SILENCE_MS = 45_000

/**
 * GET /api/events, for as long as it is not closed: resumes after the last id seen (`Last-Event-ID`), waits longer
 * after every failure, and treats silence as a cut. Read with fetch and not EventSource, which hides heartbeats
 * and gives up for good on an answer other than 200.
 */
export function openEventStream(fetch: typeof globalThis.fetch, after: string | null, handlers: StreamHandlers): { close: () => void } {
  let lastId = after
  let failures = 0
  let closed = false
  let current: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const parse = () => createStreamParser((message) => {
    if (message.id !== null) lastId = message.id
    if (message.event === 'reset') handlers.onReset()
    else handlers.onEvent(JSON.parse(message.data) as LiveEvent)
  })

  const run = async () => {
    const controller = new AbortController()
    current = controller
    let silence = setTimeout(() => controller.abort(), SILENCE_MS)
    try {
      const response = await fetch('/api/events', {
        headers: { Accept: 'text/event-stream', ...(lastId === null ? {} : { 'Last-Event-ID': lastId }) },
        signal: controller.signal,
        cache: 'no-store',
      })
      if (!response.ok || !response.body) throw new Error(`events answered ${response.status}`)
      failures = 0
      handlers.onOpen()
      const feed = parse()
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(silence)
        silence = setTimeout(() => controller.abort(), SILENCE_MS)
        feed(part.value)
      }
    } catch {
      failures++
    } finally {
      clearTimeout(silence)
    }
    if (closed) return
    handlers.onCut()
    timer = setTimeout(() => void run(), Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10)) * (0.75 + Math.random() / 2))
  }
  void run()
  return {
    close() {
      closed = true
      clearTimeout(timer)
      current?.abort()
    },
  }
}
