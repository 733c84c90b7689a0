import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, it } from 'vitest'
import { connectStore } from '../../server/store/connect.ts'
import { appendEvent, eventsAfter } from '../../server/store/events.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { createServerDatabase } from '../support/databases.ts'
import { eventually } from './live-fixture.ts'

it('F17: a statement of the embedded engine that takes too long is ended with its thread, and the engine goes on with all that it acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-long-'))
  cpSync(inject('embeddedFolder'), dataDir, { recursive: true })
  const store = await connectStore({ databaseUrl: null, dataDir, poolSize: 1, statementTimeoutMs: 5_000 })
  const note = (subject: string) =>
    inTransaction(store, (trx) => appendEvent(trx, { noun: 'tests', verb: 'noted', subject, actor: 'tests', public: false, payload: {} }))
  await note('before')
  let lost = false
  store.onLost(() => void (lost = true))
  const endless = inTransaction(store, async (trx) => {
    await appendEvent(trx, { noun: 'tests', verb: 'noted', subject: 'within', actor: 'tests', public: false, payload: {} })
    await sql`select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b`.execute(trx)
  })
  await expect(endless).rejects.toThrow(/terminated|ECONN|closed|not queryable/)
  await eventually(() => note('after').then(() => true, () => false), 60_000)
  expect((await eventsAfter(store.db, 0, 10)).map(({ subject }) => subject)).toEqual(['before', 'after'])
  expect(lost).toBe(false)
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
}, 180_000)

it('has no limit on either side of the line where it is given none', async () => {
  const database = await createServerDatabase()
  const store = await connectStore({ databaseUrl: database.url, dataDir: '', poolSize: 1, statementTimeoutMs: 0 })
  expect((await sql<{ done: boolean }>`select pg_sleep(2.2) is not null as done`.execute(store.db)).rows).toEqual([{ done: true }])
  await store.close()
  await database.drop()
})
