import type { PGlite } from '@electric-sql/pglite'

const LOOK_MS = 250

/** Two counts that both threads see: statements' messages begun, and ended. */
export type Turns = Int32Array<SharedArrayBuffer>
export const newTurns = (): Turns => new Int32Array(new SharedArrayBuffer(8))

/** Counts what the engine is asked, in its own thread. */
export function countTurns(db: PGlite, turns: Turns): void {
  const exec = db.execProtocolRawStream.bind(db)
  db.execProtocolRawStream = async (message, options) => {
    Atomics.add(turns, 0, 1)
    try {
      return await exec(message, options)
    } finally {
      Atomics.add(turns, 1, 1)
    }
  }
}

/**
 * Calls `onStuck` when the engine works at one thing for longer than `limitMs` (0: as long as it likes). It knows no
 * signals, so its own statement_timeout never comes; only its thread can be ended. Time is counted in looks, so that a
 * clock that jumps or a process that slept ends nothing.
 * @returns a function that stops watching
 */
export function watchTurns(turns: Turns, limitMs: number, onStuck: () => void): () => void {
  let ended = 0
  let stuckMs = 0
  const timer = setInterval(() => {
    const now = Atomics.load(turns, 1)
    stuckMs = now === ended && Atomics.load(turns, 0) > now ? stuckMs + LOOK_MS : 0
    ended = now
    if (limitMs === 0 || stuckMs < limitMs) return
    stuckMs = 0
    onStuck()
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}
