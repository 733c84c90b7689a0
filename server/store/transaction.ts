import { sql, type Transaction } from 'kysely'
import type { Store } from './connect.ts'
import { keepResult } from './idempotency.ts'
import type { Tables } from './tables.ts'

export type Trx = Transaction<Tables>

/** For whom a transaction acts: its writes are held to the area by the database (migration 0010); null is everywhere. */
export type ActingFor = { areaCode: string | null }

/**
 * Runs a use case in one transaction and, when it is committed, tells this process's live picture to look for events.
 * Anything thrown inside rolls everything back. Under an Idempotency-Key (`store.once`) the result is kept with the
 * change, so that either both are there or neither. With `as`, PostGIS refuses whatever ground leaves that area by
 * more than 5 m (SQLSTATE SQ403).
 */
export async function inTransaction<T>(store: Store, work: (trx: Trx) => Promise<T>, as?: ActingFor): Promise<T> {
  const result = await store.db.transaction().execute(async (trx) => {
    if (as !== undefined && as.areaCode !== null) await actIn(trx, as.areaCode)
    const made = await work(trx)
    if (store.once !== undefined) await keepResult(trx, store.once, made)
    return made
  })
  store.announce()
  return result
}

/**
 * Reads several things as they are at one moment of the database, whatever is committed meanwhile. It takes no lock and
 * changes nothing.
 */
export const inSnapshot = <T>({ db }: Pick<Store, 'db'>, work: (trx: Trx) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)

/**
 * What follows in the transaction is done by the program itself and no longer for the post that began it: zones that
 * follow stricter ones reach farther than the area of who changed those.
 */
export const actEverywhere = (trx: Trx): Promise<void> => actIn(trx, '')

async function actIn(trx: Trx, areaCode: string): Promise<void> {
  await sql`select set_config('sanqu.area', ${areaCode}, true)`.execute(trx)
}
