// other requests are let in this often, and the clock is looked at after so many steps at most
const TURN_MS = 5
const STEPS = 4

/**
 * Calls `step` for 0 … count − 1 in turns between which the event loop goes on, so that a long list holds nobody up.
 * A step may take long (an address), so the clock is asked often: asking it costs less than most steps.
 */
export async function takeTurns(count: number, step: (i: number) => void): Promise<void> {
  let end = performance.now() + TURN_MS
  for (let from = 0; from < count; ) {
    const to = Math.min(from + STEPS, count)
    for (; from < to; from++) step(from)
    if (from < count && performance.now() > end) {
      await new Promise((resolve) => setImmediate(resolve))
      end = performance.now() + TURN_MS
    }
  }
}
