/** How the picture is kept current; times in milliseconds. */
export type FollowOptions = {
  /** Looks this often even when nothing was announced: the net under LISTEN. */
  pollMs: number
  /** A look that takes longer counts as failed; the next one starts afresh. */
  deadlineMs: number
}

export const FOLLOW_DEFAULTS: FollowOptions = { pollMs: 1_000, deadlineMs: 10_000 }

export type Follower = {
  /** Looks now, or again when a look is under way. */
  wake(): void
  /** Resolves when no look is under way; no further one begins. */
  stop(): Promise<void>
}

/**
 * Calls `look` whenever it is woken and at least every `pollMs`, never twice at a time. `look` is told by `current()`
 * whether it may still apply what it read: one that outlived its deadline may not. A failed look is tried again.
 */
export function follow(
  look: (current: () => boolean) => Promise<void>,
  onFault: (error: unknown) => void,
  options: FollowOptions,
): Follower {
  let stopped = false
  let again = false
  let running: Promise<void> | null = null
  const run = async () => {
    do {
      again = false
      await onceWithin(options.deadlineMs, look).catch(onFault)
    } while (again && !stopped)
    running = null
  }
  const wake = () => {
    again = true
    if (!stopped) running ??= run()
  }
  const timer = setInterval(wake, options.pollMs)
  timer.unref()
  return {
    wake,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

async function onceWithin(deadlineMs: number, look: (current: () => boolean) => Promise<void>): Promise<void> {
  let current = true
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the database did not answer within ${deadlineMs} ms`)), deadlineMs)
  })
  try {
    await Promise.race([look(() => current), late])
  } finally {
    current = false
    clearTimeout(timer)
  }
}
