import type { AuditEntry } from '#shared/schema/audit.ts'
import { eventHead, eventPages } from '../store/audit.ts'
import type { Db, Store } from '../store/connect.ts'
import { appendEvent, type StoredEvent } from '../store/events.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { verifyEvents, type Anchor, type AuditVerdict } from './audit-verify.ts'

/** Walks the whole audit log of the database. */
export async function verifyAudit(db: Db, anchors: readonly Anchor[] = []): Promise<AuditVerdict> {
  return verifyEvents(eventPages(db), await eventHead(db), anchors)
}

/** Records that somebody read what is sensitive; `what` is the noun. The record says how much, never which places. */
export async function recordReading(store: Store, actor: Actor, what: string, rows: number): Promise<void> {
  await inTransaction(store, async (trx) => {
    const payload = { rows, ...(actor.scopes === undefined ? { username: actor.username } : { key: actor.username }) }
    await appendEvent(trx, { noun: 'readings', verb: 'read', subject: what, actor: actor.post, public: false, payload })
  })
}

/** An event as auditors see it: everything that its hash covers, and the hash. */
export const auditEntry = ({ prevHash, ...event }: StoredEvent): AuditEntry => ({ ...event, prev_hash: prevHash })

/** The whole log as lines of JSON, oldest first, as `sanqu audit verify FILE` reads it. */
export async function* auditLines(db: Db, after = 0): AsyncGenerator<string> {
  for await (const page of eventPages(db, after)) {
    yield page.map((event) => `${JSON.stringify(auditEntry(event))}\n`).join('')
  }
}
