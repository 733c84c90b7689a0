import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { connectStore } from '../../server/store/connect.ts'
import { createServerDatabase } from '../support/databases.ts'
import { eventually } from './live-fixture.ts'

const OPEN = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'sanqu%'`

// a line that stays keeps the process: a refused `sanqu restore` went on for ten seconds
it('gives back every connection at the close of a store that was asked nothing', async () => {
  const database = await createServerDatabase()
  const open = () => connectStore({ databaseUrl: database.url, dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 })
  const [beside, store] = [await open(), await open()]
  const others = async () => (await OPEN.execute(beside.db)).rows[0]!.n
  expect(await others()).toBeGreaterThan(1)
  await store.close()
  await eventually(async () => (await others()) <= 1, 5_000) // the one beside LISTENs
  await beside.close()
  await database.drop()
})
