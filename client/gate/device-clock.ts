const KEY = 'sanqu.gate.clock'
/** The Date header has whole seconds, and takes a while to arrive. */
const NOISE_MS = 5_000

/**
 * This device's clock, set right by the server's as it was last heard: a report made without a line must not carry the
 * hour of a phone that is wrong.
 */
export function createDeviceClock(storage: Pick<Storage, 'getItem' | 'setItem'>, now: () => number) {
  const offset = () => Number(storage.getItem(KEY) ?? 0) || 0
  return {
    now: () => new Date(now() + offset()),
    hear(date: Date | null) {
      if (date === null) return
      const ahead = date.getTime() - now()
      storage.setItem(KEY, String(Math.abs(ahead) < NOISE_MS ? 0 : ahead))
    },
  }
}
