import type { Transaction } from 'kysely'
import type { Store } from './connect.ts'
import type { Tables } from './tables.ts'

export type Trx = Transaction<Tables>

/**
 * Runs a use case in one transaction and, when it is committed, tells this process's live picture to look for events.
 * Anything thrown inside rolls everything back.
 */
export async function inTransaction<T>(store: Store, work: (trx: Trx) => Promise<T>): Promise<T> {
  const result = await store.db.transaction().execute(work)
  store.announce()
  return result
}
