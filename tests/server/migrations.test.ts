import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/connect.ts'
import { lossySettings } from '../../server/store/durability.ts'
import { migrate } from '../../server/store/migrate.ts'
import { appendEvent, eventHash, eventsAfter } from '../../server/store/events.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'

const EVENT = { noun: 'zones', verb: 'published', subject: 'z', actor: 'post', public: true, payload: { b: 1, a: [1, { z: 0.1, y: '三' }] } }

describe.each(ENGINES)('the schema on the %s engine', (engine) => {
  let store: Store
  beforeAll(async () => void (store = await openTestDatabase(engine)))
  afterAll(() => store.close())

  it('has every table and nothing left to migrate', async () => {
    expect(await migrate(store.db)).toEqual([])
    const tables = await store.db.introspection.getTables()
    expect(tables.map((table) => table.name)).toEqual(
      expect.arrayContaining(
        ['addresses', 'areas', 'buildings', 'checkpoints', 'datasets', 'event_head', 'events', 'keys', 'places', 'population',
          'roads', 'sessions', 'sites', 'users', 'water', 'zone_drafts', 'zone_periods', 'zone_versions', 'zones'],
      ),
    )
  })

  it('F07: answers a commit when the disk has it, or says that it does not', async () => {
    // the tests' own cluster is quick and forgetful; the embedded engine never is
    expect(await lossySettings(store.db)).toEqual(engine === 'server' ? ['fsync=off'] : [])
  })

  it('gives whole numbers, dates and instants in one form', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select 9007199254740991::bigint as big, 1.5::numeric as num, '2022-03-16'::date as day,
        '2022-03-16 08:00+08'::timestamptz as instant`.execute(store.db)
    expect(rows[0]).toEqual({ big: 9007199254740991, num: 1.5, day: '2022-03-16', instant: '2022-03-16T00:00:00.000Z' })
  })

  it('numbers events without gaps in commit order, chains their hashes, and keeps them', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, writer) =>
        inTransaction(store, async (trx) => {
          await appendEvent(trx, { ...EVENT, subject: `writer ${writer}` })
          if (writer === 3) throw new Error('roll back')
        }).catch(() => {}),
      ),
    )
    const events = await eventsAfter(store.db, 0, 100)
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(events.map((event) => event.prevHash)).toEqual(['0'.repeat(64), ...events.slice(0, -1).map((event) => event.hash)])
    for (const { hash, ...event } of events) expect(eventHash(event)).toBe(hash)
    await expect(sql`delete from events where seq = 3`.execute(store.db)).rejects.toThrow('never changed or removed')
    await expect(sql`update events set actor = 'x'`.execute(store.db)).rejects.toThrow('never changed or removed')
  })
})
