import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/connect.ts'
import { openTestDatabase } from '../support/databases.ts'

// Every answer must be the answer to its own question, however the engine's socket cuts and orders messages.
describe('the embedded engine', () => {
  let store: Store
  beforeAll(async () => void (store = await openTestDatabase('embedded')))
  afterAll(() => store.close())

  it('answers the next query with its own rows after one that failed, in a transaction and outside', async () => {
    for (let i = 0; i < 40; i++) {
      await expect(sql`select ${i}::int / (random() * 0)::int`.execute(store.db)).rejects.toThrow('division by zero')
      expect((await sql<{ n: number }>`select ${i}::int as n`.execute(store.db)).rows).toEqual([{ n: i }])
      const failing = store.db.transaction().execute((trx) => sql`select ${i}::int / (random() * 0)::int`.execute(trx))
      await expect(failing).rejects.toThrow('division by zero')
      expect((await sql<{ n: number }>`select ${i}::int as n`.execute(store.db)).rows).toEqual([{ n: i }])
    }
  })

  it('keeps queries with long values apart', async () => {
    const ask = async (k: number) => {
      for (let i = 0; i < 30; i++) {
        const { rows } = await sql`select ${i}::int as ${sql.ref(`c${k}`)}, length(${'x'.repeat(300_000 + k)}) as l`.execute(store.db)
        expect(rows).toEqual([{ [`c${k}`]: i, l: 300_000 + k }])
      }
    }
    await Promise.all([0, 1, 2, 3].map(ask))
  })
})
