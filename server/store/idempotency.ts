import { sql, type Transaction } from 'kysely'
import { jsonText } from '#shared/geometry/geometry-text.ts'
import type { Db } from './connect.ts'
import type { OnceWrite } from './once-key.ts'
import type { Tables } from './tables.ts'

/** The key belongs to a request that another transaction has carried out. */
export class KeyTaken extends Error {}

/**
 * Keeps the result beside the change that it came from, in the change's own transaction.
 * @throws KeyTaken, so that this change is rolled back, where another transaction has kept one under the key
 */
export async function keepResult(trx: Transaction<Tables>, once: OnceWrite, result: unknown): Promise<void> {
  if (once.kept !== null) throw new Error('one Idempotency-Key covers one transaction')
  const kept = await trx
    .insertInto('idempotency_keys')
    .values({ key_hash: once.keyHash, fingerprint: once.fingerprint, result: jsonText(result ?? null) })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .returning('key_hash')
    .executeTakeFirst()
  if (kept === undefined) throw new KeyTaken('the key belongs to a request that is carried out')
  once.kept = { result }
}

/** `result` is JSON. */
export type KeptResult = { fingerprint: string; result: string }

/** What the request that first came with the key came to; undefined where none was carried out. */
export const keptResult = (db: Db, keyHash: string): Promise<KeptResult | undefined> =>
  db.selectFrom('idempotency_keys').select(['fingerprint', sql<string>`result::text`.as('result')]).where('key_hash', '=', keyHash).executeTakeFirst()

/** Forgets keys older than so many days. */
export async function deleteOldKeys(db: Db, days: number): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', sql<string>`clock_timestamp() - make_interval(days => ${days})`)
    .execute()
}
