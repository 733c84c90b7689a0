import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { deleteExpiredSites } from '../../server/domain/site-retention.ts'
import { addSite } from '../../server/domain/sites.ts'
import { zoneTag } from '../../server/domain/version-tag.ts'
import { liftZone } from '../../server/domain/zones-lift.ts'
import type { Store } from '../../server/store/connect.ts'
import { eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { listSites } from '../../server/store/sites.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { inside } from './live-fixture.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, content, COUNTY, LIFT, loadCounty, restOf, units, village, zoneDepsOf } from './zones-fixture.ts'

const DAY_MS = 86_400_000
const DAYS = 14

describe.each(ENGINES)('case sites on the %s engine', (engine) => {
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
  })
  afterAll(() => store.close())

  const site = async (column: number) =>
    (await addSite(store, actor(), { place: '市场', on_date: '2022-03-14', cases: 1, geometry: { type: 'Point', coordinates: inside(column, 1) } })).id
  const zone = async (kind: 'sealed' | 'precaution', definition: Parameters<typeof content>[0]) => {
    const { zone_id: id } = await createZone(zoneDepsOf(store), actor(), { kind, content: content(definition) })
    await publishApproved(zoneDepsOf(store), id, 1)
    return id
  }
  const afterDays = (days: number) => deleteExpiredSites({ store, now: () => new Date(Date.now() + days * DAY_MS) }, DAYS)
  const ids = async () => (await listSites(store.db, 0, 100)).map(({ id }) => id)

  it('are deleted so many days after the lift of the zones round them, each with an event that tells no place', async () => {
    const [held, lifted, loose] = [await site(0), await site(1), await site(2)]
    await zone('precaution', restOf(COUNTY))
    await zone('sealed', units(village(0, 0, 1)))
    const id = await zone('sealed', units(village(0, 1, 1)))
    await liftZone(zoneDepsOf(store), actor(), id, zoneTag({ zoneId: id, version: 1 }), LIFT)
    expect(await afterDays(13.9)).toBe(0)
    expect(await ids()).toEqual([held, lifted, loose])
    const seq = await lastEventSeq(store.db)
    expect(await afterDays(14.1)).toBe(2)
    expect(await ids()).toEqual([held])
    expect(await afterDays(400)).toBe(0)
    const events = await eventsAfter(store.db, seq, 10)
    expect(events).toMatchObject([lifted, loose].map((subject) => ({ noun: 'sites', verb: 'expired', subject: String(subject), public: false, payload: { days: DAYS } })))
    expect(JSON.stringify(events)).not.toMatch(/109\.|市场/)
  })
})
