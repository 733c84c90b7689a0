// a fifth of one processor for work that takes about a millisecond a time
const PAUSE_MS = 4
// changes that come one upon the other would have the same done again for each
const QUIET_MS = 500

export type Background = {
  /** There is work, as there is after each change. */
  wake(): void
  stop(): void
}

/**
 * Calls `work` a little at a time, with pauses in which requests are answered, for as long as it returns true, once it
 * was not woken for `quietMs`.
 */
export function inBackground(work: () => boolean, quietMs = QUIET_MS): Background {
  let timer: NodeJS.Timeout | undefined
  const turn = () => {
    if (work()) timer = setTimeout(turn, PAUSE_MS).unref()
  }
  return {
    wake: () => {
      clearTimeout(timer)
      timer = setTimeout(turn, quietMs).unref()
    },
    stop: () => clearTimeout(timer),
  }
}
