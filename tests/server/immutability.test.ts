import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createZone } from '../../server/domain/drafts-begin.ts'
import type { Store } from '../../server/store/connect.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, content, loadCounty, units, village, zoneDepsOf } from './zones-fixture.ts'

describe.each(ENGINES)('published rows on the %s engine', (engine) => {
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
    const deps = zoneDepsOf(store)
    const { zone_id: zoneId } = await createZone(deps, actor(), { kind: 'sealed', content: content(units(village(0, 0, 0))) })
    await publishApproved(deps, zoneId, 1)
  })
  afterAll(() => store.close())

  it.each([
    sql`update zone_versions set name = 'x'`,
    sql`delete from zone_versions`,
    sql`truncate zone_versions cascade`,
    sql`delete from zone_periods`,
    sql`truncate zone_periods`,
    sql`update zone_periods set version = version, valid = tstzrange('2000-01-01', null)`,
    sql`update zone_periods set ended_by = 'lifted', valid = tstzrange(lower(valid), now() + interval '1 day'), recorded = tstzrange(lower(recorded), now() + interval '1 day')`,
  ])('refuse statement %#', async (statement) => {
    await expect(statement.execute(store.db)).rejects.toThrow(/never changed or removed|only ever closed/)
  })

  it('never overlap in time for one zone', async () => {
    const overlapping = sql`insert into zone_periods (zone_id, version, valid, recorded)
      select zone_id, version, tstzrange(now() + interval '1 hour', null), tstzrange(now() + interval '1 hour', null) from zone_periods`
    await expect(overlapping.execute(store.db)).rejects.toThrow('zone_periods_zone_id_valid_recorded_excl')
  })

  it('never let two versions of one zone hold at one time', async () => {
    await sql`insert into zone_versions select zone_id, 2 as version, name, name_en, geom, definition, rule_pack, measures, legal_basis,
      reason, authority, review_by, earliest_lift, audience, exposure, 1 as previous_version, published_at, published_by, 'other'
      from zone_versions where version = 1`.execute(store.db)
    const second = (from: string, recorded: string) => sql`insert into zone_periods (zone_id, version, valid, recorded)
      select zone_id, 2, tstzrange(lower(valid) + ${from}::interval, null), tstzrange(lower(recorded) + ${recorded}::interval, null)
      from zone_periods where version = 1`.execute(store.db)
    await expect(second('1 hour', '0')).rejects.toThrow('zone_periods_zone_id_valid_recorded_excl')
    await expect(second('-1 hour', '1 hour')).rejects.toThrow('zone_periods_zone_id_valid_recorded_excl')
  })
})
