import { lockEventHead } from './event-head.ts'
import type { Trx } from './transaction.ts'

/**
 * Makes the open transaction the only one that changes zones until it ends: it takes the lock of the event head, which
 * every change takes at its end anyway, at its beginning. What is read after this is what the transaction before it
 * committed, and no two changes can wait for each other crosswise.
 * @throws SchemaNewer
 */
export async function lockChanges(trx: Trx): Promise<void> {
  await lockEventHead(trx)
}
