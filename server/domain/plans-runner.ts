import { carryOutDue } from './plans-due.ts'
import type { ZoneDeps } from './zone-deps.ts'

/** A look at least this often, whatever the clocks say; a timer of JavaScript cannot be set for longer than 24 days. */
const LONGEST_SLEEP_MS = 60_000
const FIRST_RETRY_MS = 1_000

export type PlansRunner = {
  /** A plan was made or cancelled: the next instant may be another. */
  wake(): void
  /** Resolves when nothing is being carried out; nothing further is begun. */
  stop(): Promise<void>
}

/**
 * Carries plans out at their instants: sleeps until the next one by the database's clock, and looks again when woken.
 * While the database is away it tries again, ever less often.
 */
export function runPlans(
  deps: Pick<ZoneDeps, 'store'>,
  figures: () => Promise<ZoneDeps['figures']>,
  onFault: (error: unknown) => void,
): PlansRunner {
  let stopped = false
  let again = false
  let failures = 0
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined

  const once = async (): Promise<number> => {
    try {
      const ms = await carryOutDue(deps, figures)
      failures = 0
      return Math.min(LONGEST_SLEEP_MS, Math.ceil(ms ?? LONGEST_SLEEP_MS))
    } catch (error) {
      onFault(error)
      return Math.min(LONGEST_SLEEP_MS, FIRST_RETRY_MS * 2 ** failures++)
    }
  }
  const run = async () => {
    let sleep = 0
    do {
      again = false
      sleep = await once()
    } while (again && !stopped)
    running = null
    if (!stopped) timer = setTimeout(wake, sleep)
  }
  const wake = () => {
    clearTimeout(timer)
    again = true
    if (!stopped) running ??= run()
  }
  wake()
  return {
    wake,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
