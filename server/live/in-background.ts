// a fifth of one processor for work that takes about a millisecond a time
const PAUSE_MS = 4

export type Background = {
  /** There is work again. */
  wake(): void
  stop(): void
}

/** Calls `work` a little at a time, with pauses in which requests are answered, for as long as it returns true. */
export function inBackground(work: () => boolean): Background {
  let timer: NodeJS.Timeout | null = null
  const turn = () => {
    timer = null
    if (work()) wake()
  }
  const wake = () => {
    timer ??= setTimeout(turn, PAUSE_MS).unref()
  }
  return {
    wake,
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
