import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginDraft, createZone } from '../../server/domain/drafts-begin.ts'
import { readDraft } from '../../server/domain/drafts-read.ts'
import { discardDraft, saveDraft } from '../../server/domain/drafts-save.ts'
import { draftTag, zoneTag } from '../../server/domain/version-tag.ts'
import type { ReviewDeps } from '../../server/domain/review-deps.ts'
import { zoneDetails, zoneHistory } from '../../server/domain/zones-details.ts'
import { versionHash } from '../../server/domain/zones-hash.ts'
import { liftZone } from '../../server/domain/zones-lift.ts'
import { eventsAfter } from '../../server/store/events.ts'
import type { Store } from '../../server/store/connect.ts'
import { versionInForce } from '../../server/store/zones-versions.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, block, content, drawn, LIFT, loadCounty, NOW, units, village, zoneDepsOf } from './zones-fixture.ts'

describe.each(ENGINES)('the life of a zone on the %s engine', (engine) => {
  let store: Store
  let deps: ReviewDeps
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
    deps = zoneDepsOf(store)
  })
  afterAll(() => store.close())

  const planner = actor()
  const create = (...codes: string[]) => createZone(deps, planner, { kind: 'sealed', content: content(units(...codes)) })
  const publish = (zoneId: string, revision: number) => publishApproved(deps, zoneId, revision)

  it('numbers zones by county and kind, and gives no number twice', async () => {
    const first = await create(village(0, 0, 0))
    expect(first).toMatchObject({ zone_id: '990101-S-0001', kind: 'sealed', revision: 1, state: 'draft', based_on: null })
    await discardDraft(deps, planner, first.zone_id, draftTag({ zoneId: first.zone_id, revision: 1 }))
    await expect(readDraft(deps, first.zone_id)).rejects.toMatchObject({ code: 'draft_missing' })
    const [second, third] = await Promise.all([create(village(0, 0, 0)), create(village(0, 1, 0))])
    expect([second.zone_id, third.zone_id].sort()).toEqual(['990101-S-0002', '990101-S-0003'])
    const ring = await createZone(deps, planner, { kind: 'controlled', content: content(drawn(block(1, 1, 3, 3))) })
    expect(ring.zone_id).toBe('990101-C-0001')
  })

  it('publishes what was drafted, with its people, and the draft is gone', async () => {
    const zone = await publish('990101-S-0002', 1)
    expect(zone).toMatchObject({
      id: '990101-S-0002', version: 1, state: 'in_force', previous_version: null, valid_to: null, overdue: false, people: 100,
      published_by: planner.post, exposure: { people: 100, households: 40, buildings: 1 }, review_by: '2030-03-30T00:00:00.000Z',
    })
    expect(zone.geometry.coordinates[0]![0]).toHaveLength(5)
    expect(zone.since).toBe(zone.published_at)
    await expect(readDraft(deps, zone.id)).rejects.toMatchObject({ code: 'draft_missing', params: { zone: zone.id } })
    const stored = await versionInForce(store.db, zone.id)
    expect(versionHash(stored!)).toBe(zone.hash)
    expect(versionHash({ ...stored!, content: { ...stored!.content, reason: 'another' } })).not.toBe(zone.hash)
  })

  it('supersedes at one instant, known on both axes, and tells in one event', async () => {
    const zoneId = '990101-S-0002'
    const draft = await beginDraft(deps, planner, zoneId)
    expect(draft).toMatchObject({ based_on: 1, revision: 1, content: { name: '示范封控区' } })
    await expect(beginDraft(deps, planner, zoneId)).rejects.toMatchObject({ name: 'Conflict', code: 'draft_exists' })
    const wider = content(units(village(0, 0, 0), village(0, 0, 1)), { name: '扩大后', name_en: 'Widened', earliest_lift: '2030-04-01' })
    await saveDraft(deps, planner, zoneId, draftTag({ zoneId, revision: 1 }), wider)
    const { seq } = await store.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()
    const zone = await publish(zoneId, 2)
    expect(zone).toMatchObject({ version: 2, previous_version: 1, name: '扩大后', name_en: 'Widened', people: 200, earliest_lift: '2030-04-01' })
    expect(zone.since < zone.version_since).toBe(true)
    const events = (await eventsAfter(store.db, seq, 10)).filter(({ noun }) => noun === 'zones')
    expect(events).toMatchObject([{ noun: 'zones', verb: 'superseded', subject: zoneId, public: true, payload: { version: 2, kind: 'sealed' } }])

    const [second, first] = await zoneHistory(store.db, zoneId, NOW, 99, 10)
    const at = zone.published_at
    expect(second).toMatchObject({ version: 2, state: 'in_force', periods: [{ valid_from: at, valid_to: null, recorded_from: at, recorded_to: null, ended_by: null }] })
    expect(first).toMatchObject({
      version: 1, state: 'superseded', valid_to: at,
      periods: [
        { valid_from: zone.since, valid_to: null, recorded_from: zone.since, recorded_to: at, ended_by: null, end_note: null },
        { valid_from: zone.since, valid_to: at, recorded_from: at, recorded_to: null, ended_by: 'superseded' },
      ],
    })
    expect(await zoneHistory(store.db, zoneId, NOW, 2, 10)).toHaveLength(1)
  })

  it('lifts once, keeps why and by whom, and is not revived', async () => {
    const zoneId = '990101-S-0002'
    await beginDraft(deps, planner, zoneId)
    await expect(liftZone(deps, planner, zoneId, zoneTag({ zoneId, version: 1 }), LIFT)).rejects.toMatchObject({
      name: 'PreconditionFailed', params: { current: '990101-S-0002.2' },
    })
    const lifted = await liftZone(deps, planner, zoneId, zoneTag({ zoneId, version: 2 }), LIFT)
    expect(lifted).toMatchObject({ state: 'lifted', version: 2 })
    expect(lifted.valid_to).not.toBeNull()
    const [newest] = await zoneHistory(store.db, zoneId, NOW, 99, 1)
    expect(newest!.periods[1]).toMatchObject({ ended_by: 'lifted', end_note: { ...LIFT, by: planner.post }, valid_to: lifted.valid_to })
    await expect(liftZone(deps, planner, zoneId, zoneTag({ zoneId, version: 2 }), LIFT)).rejects.toMatchObject({ code: 'not_in_force' })
    await expect(publish(zoneId, 1)).rejects.toMatchObject({ name: 'Conflict', code: 'not_in_force' })
    expect((await readDraft(deps, zoneId)).content.name).toBe('扩大后')
  })

  it('knows no zone that was never published', async () => {
    await expect(zoneDetails(store.db, '990101-S-0003', NOW)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(beginDraft(deps, planner, '990101-S-9999')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(publish('990101-S-0001', 1)).rejects.toMatchObject({ name: 'NotFound', code: 'draft_missing' })
  })

  it('keeps the database’s time order even when its clock is set back', async () => {
    await sql`insert into zone_periods (zone_id, version, valid, recorded)
      select '990101-S-0002', 1, tstzrange('2099-01-01', null), tstzrange('2099-01-01', null)`.execute(store.db)
    const zone = await publish('990101-S-0003', 1)
    expect(zone.published_at).toBe('2099-01-01T00:00:00.001Z')
  })
})
