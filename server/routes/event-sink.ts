import type { ServerResponse } from 'node:http'
import type { Sink } from '../live/event-feed.ts'

/** What may wait for a slow reader; one that falls farther behind is cut off and resumes by its last id. */
const MOST_WAITING_BYTES = 512 * 1024
const DRAIN_MS = 30_000
/** A reader that has taken nothing at so many looks one after the other is not there any more. */
const MOST_STUCK = 3

/** A response as a bounded sink of frames; `endIfStuck` is to be called with every heartbeat. */
export function createSink(raw: ServerResponse): Sink & { endIfStuck(): void } {
  let stuck = 0
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
    endIfStuck() {
      stuck = raw.writableLength > 0 ? stuck + 1 : 0
      if (stuck >= MOST_STUCK) raw.destroy()
    },
    end: () => {
      if (isOpen()) raw.end()
    },
  }
}
