import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RingState } from '#shared/roads/audit.ts'
import { tellRings } from '../../server/domain/rings-keep.ts'
import type { Store } from '../../server/store/connect.ts'
import { eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { toldRings } from '../../server/store/rings.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'

const ring: RingState = { total: 2, held: 1, guarded: 1, closed: 0, natural: 0, planned: 0, open: 1 }

describe.each(ENGINES)('rings on the %s engine', (engine) => {
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase(engine)
  })
  afterAll(() => store.close())

  it('are told in parts, so that many at once keep no change waiting, each once', async () => {
    const tell = async (rings: ReadonlyMap<string, RingState>) => {
      const seq = await lastEventSeq(store.db)
      const all = await tellRings({ store, rings: async () => rings, seq: () => seq })
      return [all, (await lastEventSeq(store.db)) - seq]
    }
    await sql`insert into zones (id, county_code, kind, number) select '990101-S-' || lpad(n::text, 4, '0'), '990101', 'sealed', n from generate_series(1, 600) n`.execute(store.db)
    const zones = Array.from({ length: 600 }, (_, i) => `990101-S-${String(i + 1).padStart(4, '0')}`)
    const rings = new Map(zones.map((zone) => [zone, ring]))
    const before = await lastEventSeq(store.db)
    expect([await tell(rings), await tell(rings), await tell(rings)]).toEqual([[false, 500], [true, 100], [true, 0]])
    const told = await eventsAfter(store.db, before, 1_000)
    expect(told.map(({ noun, verb, subject }) => [noun, verb, subject])).toEqual(zones.map((zone) => ['rings', 'open', zone]))
    // lifted zones have no ring to tell of
    expect(await tell(new Map())).toEqual([true, 0])
    expect(await toldRings(store.db)).toEqual(new Map())
  })
})
