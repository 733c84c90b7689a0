import { computed, signal } from '@preact/signals-core'

export type FreshnessSign = { state: 'live' | 'late' | 'cut' | 'never'; ageS: number }
export type Freshness = ReturnType<typeof createFreshness>

/** past this the picture is called late even though the line is open */
const LATE_S = 30
/** past this it is as bad as no line */
const DEAD_S = 300

/**
 * How old the picture is, told honestly: from the server's own word (`as_of`) against the server's own clock (the
 * answer's Date), so that a wrong clock in the browser does not matter. `clock` is milliseconds of a steady clock.
 */
export function createFreshness(clock: () => number) {
  const confirmedAt = signal<number | null>(null)
  const connected = signal(false)
  const reachable = signal(true)
  const tick = signal(clock())
  const sign = computed<FreshnessSign>(() => {
    const at = confirmedAt.value
    if (at === null) return { state: 'never', ageS: 0 }
    const ageS = Math.max(0, Math.floor((tick.value - at) / 1000))
    if (!connected.value || !reachable.value || ageS > DEAD_S) return { state: 'cut', ageS }
    return { state: ageS > LATE_S ? 'late' : 'live', ageS }
  })
  return {
    sign,
    connected,
    /** whether the server answered when it was last asked: a stream may stay open and silent */
    reachable,
    /** The picture was as of `asOf` when the server answered at `answered` (its clock, whole seconds; null: just now). */
    confirm(asOf: string, answered: Date | null) {
      const age = answered === null ? 0 : Math.max(0, answered.getTime() - new Date(asOf).getTime())
      confirmedAt.value = Math.max(confirmedAt.value ?? -Infinity, clock() - age)
      tick.value = clock()
    },
    tick: () => (tick.value = clock()),
  }
}
