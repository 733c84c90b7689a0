import { sql } from 'kysely'
import { requireKnownSchema } from './schema-newer.ts'
import type { Trx } from './transaction.ts'

/** The last event's number and hash, and the database's time. */
export type EventHead = { seq: number; hash: string; at: string }

/**
 * Takes the head of the event log, which every change takes and holds until its commit. A program that was left running
 * while a newer one brought the schema on changes nothing from then on: it does not know what the newer one relies upon.
 * Migrations take the head too (`migrate`), so that no change is under way while they run.
 * @throws SchemaNewer
 */
export async function lockEventHead(trx: Trx): Promise<EventHead> {
  const { newest, ...head } = await trx
    .selectFrom('event_head')
    .select(['seq', 'hash', sql<string>`clock_timestamp()`.as('at'), sql<string | null>`(select max(name) from kysely_migration)`.as('newest')])
    .forUpdate()
    .executeTakeFirstOrThrow()
  requireKnownSchema(newest)
  return head
}
