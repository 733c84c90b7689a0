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

  // where GEOS throws the engine leaves the statement midway and says that there are more rows than were asked for
  it('says that an overlay failed, ends its transaction, and goes on with the next query', async () => {
    const ring = (lat: string) => `POLYGON((90.21760602537404 34.52336627173296,90.22725396614406 34.52336627173296,90.22727876829912 34.5224619,
      90.22627180591316 34.516367428267046,90.21617650102885 34.516367428267046,90.21585135689423 ${lat},90.21760602537404 34.52336627173296))`
    const overlay = sql`select ST_Area(ST_Difference(${ring('34.51727180000001')}::geometry, ${ring('34.5172718')}::geometry)) as m2`
    await sql`create table kept (n int)`.execute(store.db)
    for (let i = 0; i < 5; i++) {
      await expect(overlay.execute(store.db)).rejects.toThrow('GEOS gave up')
      const failing = store.db.transaction().execute(async (trx) => {
        await sql`insert into kept values (${i}::int)`.execute(trx)
        await overlay.execute(trx).catch(() => null)
        await sql`insert into kept values (${i}::int)`.execute(trx)
      })
      await expect(failing).rejects.toThrow('current transaction is aborted')
      const simple = sql.raw(`select ST_Difference('${ring('34.51727180000001')}'::geometry, '${ring('34.5172718')}'::geometry) as m2`)
      await expect(simple.execute(store.db)).rejects.toThrow('GEOS gave up')
      expect((await sql`select count(*)::int as n from kept`.execute(store.db)).rows).toEqual([{ n: 0 }])
    }
  })
})
