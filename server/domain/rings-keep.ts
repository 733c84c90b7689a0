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

/** @returns whether the rings told are now those of the picture; false where the picture is behind: it wakes us again */
export async function tellRings({ store, rings, seq }: Omit<Kept, 'onFault'>): Promise<boolean> {
  const at = seq()
  const now = await rings()
  const same = (a: RingState | undefined, b: RingState | undefined) => canonicalJson(a ?? null) === canonicalJson(b ?? null)
  const before = await toldRings(store.db)
  if ([...before.keys(), ...now.keys()].every((zone) => same(before.get(zone), now.get(zone)))) return true
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    if ((await lastEventSeq(trx)) !== at) return false
    const told = await toldRings(trx)
    await forgetRings(trx, [...told.keys()].filter((zone) => !now.has(zone)))
    for (const [zone, ring] of now) {
      if (same(told.get(zone), ring)) continue
      await tellRing(trx, zone, ring)
      await appendEvent(trx, { noun: 'rings', verb: ring.open > 0 ? 'open' : 'closed', subject: zone, actor: 'system', public: false, payload: { ring, before: told.get(zone) ?? null } })
    }
    return true
  })
}
