import { lockChanges } from '../store/lock-changes.ts'
import { msUntilDue } from '../store/plans.ts'
import { inTransaction } from '../store/transaction.ts'
import { carryOutNext } from './plans-carry-out.ts'
import type { ZoneDeps } from './zone-deps.ts'

/**
 * Carries out everything that is due, each instant in a transaction of its own under the lock that all changes take: of
 * several processes one does it and the others find nothing left.
 * @returns milliseconds until the next plan is due, by the database's clock; null when nothing is planned
 */
export async function carryOutDue({ store }: Pick<ZoneDeps, 'store'>, figures: () => Promise<ZoneDeps['figures']>): Promise<number | null> {
  for (;;) {
    const ms = await msUntilDue(store.db)
    if (ms === null || ms > 0) return ms
    const ready = await figures()
    await inTransaction(store, async (trx) => {
      await lockChanges(trx)
      await carryOutNext(trx, ready)
    })
  }
}
