import type { Transaction } from 'kysely'
import type { Store } from './connect.ts'
import { keepResult } from './idempotency.ts'
import type { Tables } from './tables.ts'

export type Trx = Transaction<Tables>

/**
 * Runs a use case in one transaction and, when it is committed, tells this process's live picture to look for events.
 * Anything thrown inside rolls everything back. Under an Idempotency-Key (`store.once`) the result is kept with the
 * change, so that either both are there or neither.
 */
export async function inTransaction<T>(store: Store, work: (trx: Trx) => Promise<T>): Promise<T> {
  const result = await store.db.transaction().execute(async (trx) => {
    const made = await work(trx)
    if (store.once !== undefined) await keepResult(trx, store.once, made)
    return made
  })
  store.announce()
  return result
}
