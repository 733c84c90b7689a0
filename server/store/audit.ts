import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { eventsAfter, type StoredEvent } from './events.ts'

const PAGE = 1_000

/** What the audit log is searched for; every given condition must hold. */
export type AuditFilter = {
  noun?: string
  verb?: string
  /** Part of the actor's post, of the subject, or of the payload. */
  text?: string
  /** ISO 8601. */
  since?: string
  until?: string
  /** Only events before this number. */
  before?: number
}

/** Events that fit, the newest first. */
export async function searchEvents(db: Db, filter: AuditFilter, limit: number): Promise<StoredEvent[]> {
  const { noun, verb, text, since, until, before } = filter
  const like = text === undefined ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`
  let query = db.selectFrom('events').selectAll().orderBy('seq', 'desc').limit(limit)
  if (noun !== undefined) query = query.where('noun', '=', noun)
  if (verb !== undefined) query = query.where('verb', '=', verb)
  if (since !== undefined) query = query.where('at', '>=', since)
  if (until !== undefined) query = query.where('at', '<', until)
  if (before !== undefined) query = query.where('seq', '<', before)
  if (like !== undefined) {
    query = query.where(sql<boolean>`(actor ilike ${like} or subject ilike ${like} or payload::text ilike ${like})`)
  }
  const rows = await query.execute()
  return rows.map(({ prev_hash, ...event }) => ({ ...event, prevHash: prev_hash }))
}

/** Every event in order, a page at a time. */
export async function* eventPages(db: Db, after = 0): AsyncGenerator<StoredEvent[]> {
  for (let last = after; ;) {
    const page = await eventsAfter(db, last, PAGE)
    if (page.length === 0) return
    yield page
    last = page.at(-1)!.seq
  }
}

/** Number and hash of the last event, as the head row holds them. */
export const eventHead = (db: Db): Promise<{ seq: number; hash: string }> =>
  db.selectFrom('event_head').select(['seq', 'hash']).executeTakeFirstOrThrow()

/** The kinds of things that events are about. */
export async function eventNouns(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('events').select('noun').distinct().orderBy('noun').execute()
  return rows.map(({ noun }) => noun)
}
