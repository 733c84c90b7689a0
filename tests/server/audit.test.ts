import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEntry, AuditPage } from '#shared/schema/audit.ts'
import { verifyAudit } from '../../server/domain/audit.ts'
import { verifyEvents } from '../../server/domain/audit-verify.ts'
import { appendEvent, eventsAfter, type StoredEvent } from '../../server/store/events.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'

describe.each(ENGINES)('the audit log on the %s engine', (engine) => {
  let api: TestApi
  beforeAll(async () => {
    api = await openTestApi(engine)
    for (let n = 1; n <= 5; n++) {
      await inTransaction(api.store, (trx) =>
        appendEvent(trx, { noun: 'tests', verb: 'done', subject: `s${n}`, actor: '审计岗', public: false, payload: { n, text: '100%_' } }))
    }
  })
  afterAll(() => api.close())
  const get = async (url: string, roles: Parameters<TestApi['signIn']>[0] = ['auditor']) =>
    api.app.inject({ url, headers: await api.signIn(roles) })

  it('is searched by page, the newest first', async () => {
    const first = (await get('/api/audit?noun=tests&limit=2')).json<AuditPage>()
    expect(first.items.map(({ subject }) => subject)).toEqual(['s5', 's4'])
    expect(first.nouns).toContain('tests')
    const next = (await get(`/api/audit?noun=tests&limit=2&cursor=${first.next}`)).json<AuditPage>()
    expect(next.items.map(({ subject }) => subject)).toEqual(['s3', 's2'])
    expect((await get(`/api/audit?q=${encodeURIComponent('100%_')}`)).json<AuditPage>().items).toHaveLength(5)
    expect((await get('/api/audit?noun=tests&q=s3')).json<AuditPage>().items).toMatchObject([{ payload: { n: 3 } }])
    expect((await get('/api/audit?noun=tests&until=2000-01-01T00:00:00Z')).json<AuditPage>().items).toEqual([])
  })

  it('is exported as lines that verify by themselves, and the export is recorded', async () => {
    const response = await get('/api/audit.ndjson')
    expect(response.headers['content-type']).toContain('application/x-ndjson')
    const events = response.body.trimEnd().split('\n').map((line): StoredEvent => {
      const { prev_hash: prevHash, ...rest } = JSON.parse(line) as AuditEntry
      return { ...rest, prevHash }
    })
    expect(events.at(-1)).toMatchObject({ noun: 'readings', verb: 'read', subject: 'audit' })
    expect(await verifyEvents([events], null)).toMatchObject({ ok: true, seq: events.length })
  })

  describe('found out by the chain', () => {
    let events: StoredEvent[]
    let head: { seq: number; hash: string }
    beforeEach(async () => {
      events = await eventsAfter(api.store.db, 0, 10_000)
      head = events.at(-1)!
      expect(await verifyAudit(api.store.db)).toMatchObject({ ok: true, seq: events.length })
    })
    const verdict = async (changed: StoredEvent[]) => verifyEvents([changed], head)
    const at = (subject: string) => events.findIndex((event) => event.subject === subject)

    it.each(['noun', 'verb', 'subject', 'actor', 'at'] as const)('a changed %s', async (member) => {
      const i = at('s2')
      const changed = events.with(i, { ...events[i]!, [member]: member === 'at' ? '2000-01-01T00:00:00.000Z' : 'x' })
      expect(await verdict(changed)).toMatchObject({ ok: false, faults: [{ reason: 'changed', seq: i + 1 }] })
    })
    it('a changed payload and a changed audience', async () => {
      const i = at('s2')
      for (const change of [{ payload: { n: 3 } }, { public: true }]) {
        expect(await verdict(events.with(i, { ...events[i]!, ...change }))).toMatchObject({ faults: [{ reason: 'changed', seq: i + 1 }] })
      }
    })
    it('a removed row, in the middle and at the end', async () => {
      const i = at('s3')
      expect(await verdict(events.toSpliced(i, 1))).toMatchObject({ ok: false, faults: [{ reason: 'missing', seq: i + 1 }] })
      expect(await verdict(events.slice(0, -1))).toMatchObject({ ok: false, faults: [{ reason: 'cut_off', seq: head.seq }] })
    })
    it('reordered rows', async () => {
      const i = at('s3')
      const swapped = events.with(i, events[i + 1]!).with(i + 1, events[i]!)
      expect((await verdict(swapped)).ok).toBe(false)
      const renumbered = swapped.map((event, n) => ({ ...event, seq: n + 1 }))
      expect((await verdict(renumbered)).ok).toBe(false)
    })
    it('a log that was written anew as a whole, by an anchor kept elsewhere', async () => {
      const anchor = { seq: 3, hash: 'f'.repeat(64) }
      expect(await verifyEvents([events], head, [anchor])).toMatchObject({ faults: [{ reason: 'anchor_differs', seq: 3 }] })
      expect((await verifyEvents([events], head, [{ seq: 3, hash: events[2]!.hash }])).ok).toBe(true)
    })
  })

  it('F47: shows what an administrator of the database has changed behind the program’s back', async () => {
    const { db } = api.store
    await expect(sql`update events set actor = 'x' where subject = 's2'`.execute(db)).rejects.toThrow('never changed')
    await sql`alter table events disable trigger events_are_final`.execute(db)
    await sql`update events set actor = 'x' where subject = 's2'`.execute(db)
    const { rows: [row] } = await sql<{ seq: number }>`select seq from events where subject = 's2'`.execute(db)
    expect(await verifyAudit(db)).toMatchObject({ ok: false, faults: [{ reason: 'changed', seq: row!.seq }] })
    await sql`delete from events where subject = 's4'`.execute(db)
    expect((await verifyAudit(db) as { faults: object[] }).faults).toHaveLength(2)
  })
})
