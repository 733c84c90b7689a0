import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLive } from '../../server/live/create-live.ts'
import type { Live } from '../../server/live/live.ts'
import type { Store } from '../../server/store/connect.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { eventually, importPlace } from './live-fixture.ts'
import { loadCounty } from './zones-fixture.ts'

const HOUSES = 3_000 // more than are indexed without a thread

describe.each(ENGINES)('the address index on the %s engine', (engine) => {
  const dir = mkdtempSync(join(tmpdir(), 'sanqu-addresses-'))
  const file = join(dir, 'cache', 'addresses.bin')
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
    await sql`insert into addresses (text, text_en, street, number, geom, source, source_id, as_of)
      select '迎宾路' || n || '号', case n % 2 when 0 then n || ' Yingbin Road' end, '迎宾路', n::text,
        ST_SetSRID(ST_MakePoint(109 + n * 0.0001, 34.5), 4326), 'test', n::text, '2022-01-01'
      from generate_series(1, ${HOUSES}) as n`.execute(store.db)
    await importPlace(store, '第一小学')
  })
  afterAll(async () => {
    await store.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const withLive = async (addressFile: string, use: (live: Live) => void | Promise<void>, unstored: string[] = []) => {
    const live = await createLive(store, { addressFile, onUnstored: (reason) => unstored.push(reason) })
    try {
      await eventually(() => live.addresses() !== null)
      await use(live)
    } finally {
      await live.close()
    }
  }
  const matched = (live: Live, query: string) => {
    const answer = live.addresses()!.match(query)
    return 'match' in answer ? answer.match.entry : null
  }

  it('is built by another thread, is the same as one built here, and is kept', async () => {
    await withLive(file, async (live) => {
      expect(live.addresses()!.size).toBe(HOUSES)
      expect(matched(live, '迎宾路２７１３号')).toMatchObject({ text: '迎宾路2713号', lng: 109.2713, lat: 34.5 })
      expect(matched(live, '12 Yingbin Road')).toMatchObject({ text: '迎宾路12号', textEn: '12 Yingbin Road' })
      expect(matched(live, `迎宾路${HOUSES + 1}号`)).toBeNull()
      await eventually(() => existsSync(file))
    })
  })

  it('is read from its file at the next start', async () => {
    await sql`delete from addresses where number = '77'`.execute(store.db) // no event says so: the file is still good
    await withLive(file, (live) => {
      expect(live.addresses()!.size).toBe(HOUSES)
      expect(matched(live, '迎宾路77号')).toMatchObject({ lng: 109.0077 })
    })
  })

  it('is made anew where the file is damaged or cut short', async () => {
    const whole = readFileSync(file)
    const flipped = Buffer.from(whole)
    flipped[whole.length >> 1]! ^= 1
    for (const bytes of [flipped, whole.subarray(0, whole.length - 8)]) {
      writeFileSync(file, bytes)
      await withLive(file, (live) => expect(live.addresses()!.size).toBe(HOUSES - 1))
    }
  })

  it('is made anew after an import, in a running program and at a start', async () => {
    await sql`delete from addresses where number = '78'`.execute(store.db)
    await withLive(file, async (live) => {
      expect(live.addresses()!.size).toBe(HOUSES - 1)
      await importPlace(store, '第二小学')
      store.announce()
      await eventually(() => live.addresses()!.size === HOUSES - 2)
    })
    await sql`delete from addresses where number = '79'`.execute(store.db)
    await withLive(file, (live) => expect(live.addresses()!.size).toBe(HOUSES - 2))
  })

  it('works without its file, and says why it is not kept', async () => {
    const unstored: string[] = []
    const below = join(file, 'a-file-is-no-folder', 'addresses.bin')
    await withLive(below, async (live) => {
      expect(live.addresses()!.size).toBe(HOUSES - 3)
      await eventually(() => unstored.length > 0)
    }, unstored)
    expect(unstored[0]).toMatch(/ENOTDIR/)
  })
})
