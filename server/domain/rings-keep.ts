import type { RingState } from '#shared/roads/audit.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { Store } from '../store/connect.ts'
import { appendEvent, lastEventSeq } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { forgetRings, tellRing, toldRings } from '../store/rings.ts'
import { inTransaction } from '../store/transaction.ts'

export type RingKeeper = { wake(): void; stop(): Promise<void> }

type Kept = {
  store: Store
  /** The rings now, and the event that they belong to. */
  rings: () => Promise<ReadonlyMap<string, RingState>>
  seq: () => number
  onFault: (error: unknown) => void
}

/** Writes an event for each ring that a change of zones, gates or roads has changed, once for all processes. */
export function keepRings({ store, rings, seq, onFault }: Kept): RingKeeper {
  let [wanted, stopped] = [false, false]
  let work: Promise<void> | null = null
  const run = async () => {
    while (wanted && !stopped) {
      wanted = false
      await tellRings({ store, rings, seq }).catch(onFault)
    }
    work = null
  }
  return {
    wake() {
      wanted = true
      if (!stopped) work ??= run()
    },
    async stop() {
      stopped = true
      await work
    },
  }
}

/**
 * One transaction keeps others from changing zones until its end, so it tells no more than this; its events wake us for
 * what is left.
 */
const MOST_AT_ONCE = 500

/** @returns whether the rings told are now those of the picture; false where there are more to tell, or the picture is behind */
export async function tellRings({ store, rings, seq }: Omit<Kept, 'onFault'>): Promise<boolean> {
  const at = seq()
  const now = await rings()
  if (changedRings(await toldRings(store.db), now).length === 0) return true
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    if ((await lastEventSeq(trx)) !== at) return false
    const told = await toldRings(trx)
    const changed = changedRings(told, now)
    await forgetRings(trx, changed.filter((zone) => !now.has(zone)))
    const telling = changed.filter((zone) => now.has(zone))
    for (const zone of telling.slice(0, MOST_AT_ONCE)) {
      const ring = now.get(zone)!
      await tellRing(trx, zone, ring)
      await appendEvent(trx, { noun: 'rings', verb: ring.open > 0 ? 'open' : 'closed', subject: zone, actor: 'system', public: false, payload: { ring, before: told.get(zone) ?? null } })
    }
    return telling.length <= MOST_AT_ONCE
  })
}

/** The zones whose rings are not as they were told. */
const changedRings = (told: ReadonlyMap<string, RingState>, now: ReadonlyMap<string, RingState>): string[] =>
  [...new Set([...told.keys(), ...now.keys()])].filter((zone) => canonicalJson(told.get(zone) ?? null) !== canonicalJson(now.get(zone) ?? null))
