import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { Db } from './connect.ts'
import { lockEventHead } from './event-head.ts'
import type { Trx } from './transaction.ts'

export type NewEvent = {
  /** The table or noun the change is about: zones, checkpoints, imports, users … */
  noun: string
  verb: string
  subject: string
  /** The post or process that acted, never a person's name. */
  actor: string
  /** Whether screens without a session may learn of it. */
  public: boolean
  payload: Record<string, unknown>
}
export type StoredEvent = NewEvent & { seq: number; at: string; prevHash: string; hash: string }

/**
 * Writes one event in the open transaction. The head row is held until commit, so that sequence order is commit order
 * and there are no gaps; the hash covers the event and the hash before it.
 * @throws SchemaNewer
 */
export async function appendEvent(trx: Trx, event: NewEvent): Promise<StoredEvent> {
  const head = await lockEventHead(trx)
  const unsigned = { ...event, seq: head.seq + 1, at: head.at, prevHash: head.hash }
  const stored = { ...unsigned, hash: eventHash(unsigned) }
  await trx
    .insertInto('events')
    .values({
      seq: stored.seq,
      at: stored.at,
      noun: stored.noun,
      verb: stored.verb,
      subject: stored.subject,
      actor: stored.actor,
      public: stored.public,
      payload: JSON.stringify(stored.payload),
      prev_hash: stored.prevHash,
      hash: stored.hash,
    })
    .execute()
  await trx.updateTable('event_head').set({ seq: stored.seq, hash: stored.hash }).execute()
  return stored
}

/** SHA-256 over the event's canonical JSON, `prevHash` included: a changed, removed or reordered row breaks the chain. */
export const eventHash = (event: Omit<StoredEvent, 'hash'>): string =>
  createHash('sha256').update(canonicalJson(event)).digest('hex')

/** The events after `seq`, oldest first. */
export async function eventsAfter(db: Db, seq: number, limit: number): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ prev_hash, ...event }) => ({ ...event, prevHash: prev_hash }))
}

/** The sequence number of the last committed event. */
export async function lastEventSeq(db: Db): Promise<number> {
  return (await db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq
}

/** The last event of any of the nouns, if there is one. */
export async function lastEventOf(db: Db, nouns: readonly string[]): Promise<{ seq: number; hash: string } | undefined> {
  return db.selectFrom('events').select(['seq', 'hash']).where('noun', 'in', nouns).orderBy('seq', 'desc').limit(1).executeTakeFirst()
}
