import type { Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { deleteSite } from '../store/sites.ts'
import { expiredSites } from '../store/site-retention.ts'
import { inTransaction } from '../store/transaction.ts'
import { SYSTEM_POST } from './rest-of.ts'

type Deps = { store: Store; now: () => Date }

/**
 * Deletes for good the sites whose zones were lifted `days` ago, one event each: it tells that a site is gone, and not
 * where it was. Several servers may do it at once.
 * @returns how many were deleted
 */
export async function deleteExpiredSites({ store, now }: Deps, days: number): Promise<number> {
  if ((await expiredSites(store.db, now(), days)).length === 0) return 0
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const ids = await expiredSites(trx, now(), days)
    for (const id of ids) {
      await deleteSite(trx, id)
      const event = { noun: 'sites', verb: 'expired', subject: String(id), actor: SYSTEM_POST, public: false, payload: { days } }
      await appendEvent(trx, event)
    }
    return ids.length
  })
}
