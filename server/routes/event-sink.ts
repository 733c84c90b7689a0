import type { ServerResponse } from 'node:http'
import type { Sink } from '../live/event-feed.ts'

/** What may wait for a slow reader; one that falls farther behind is cut off and resumes by its last id. */
const MOST_WAITING_BYTES = 512 * 1024
const DRAIN_MS = 30_000

/** A response as a bounded sink of frames. */
export function createSink(raw: ServerResponse): Sink {
  const isOpen = () => !raw.destroyed && !raw.writableEnded
  return {
    isOpen,
    push(frame) {
      if (!isOpen()) return
      if (raw.writableLength > MOST_WAITING_BYTES) raw.destroy()
      else raw.write(frame)
    },
    drained: () =>
      new Promise((resolve) => {
        if (!isOpen() || !raw.writableNeedDrain) return resolve()
        const timer = setTimeout(() => raw.destroy(), DRAIN_MS)
        const done = () => {
          clearTimeout(timer)
          raw.off('drain', done)
          raw.off('close', done)
          resolve()
        }
        raw.on('drain', done)
        raw.on('close', done)
      }),
    end: () => {
      if (isOpen()) raw.end()
    },
  }
}
