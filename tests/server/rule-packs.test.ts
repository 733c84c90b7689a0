import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RuleCatalogue } from '#shared/schema/rule-pack.ts'
import { enterEvidence } from '../../server/domain/evidence.ts'
import { beginDraft, createZone } from '../../server/domain/drafts-begin.ts'
import { saveDraft } from '../../server/domain/drafts-save.ts'
import { draftTag } from '../../server/domain/version-tag.ts'
import { findDraft } from '../../server/store/drafts.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { caughtUp, inside, publish } from './live-fixture.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, content, loadCounty, units, village, zoneDepsOf } from './zones-fixture.ts'

describe.each(ENGINES)('rule packs on the %s engine', (engine) => {
  let api: TestApi
  beforeAll(async () => void (api = await openTestApi(engine, loadCounty)))
  afterAll(() => api.close())

  it('are public, the oldest first, with figures for planners', async () => {
    const { items, planning } = (await api.app.inject({ url: '/api/rules' })).json<RuleCatalogue>()
    expect(items.map(({ id }) => id)).toEqual([
      'three-zones-2021', 'shanghai-2022-04', 'beijing-2022-05', 'shanghai-2022-05', 'ninth-2022-06', 'twenty-2022-11', 'ten-2022-12',
    ])
    expect(planning.figures.map(({ id }) => id)).toContain('quarantine-rooms')
    expect((await api.app.inject({ url: '/api/rules/ninth-2022-06' })).json()).toEqual(items[4])
    expect((await api.app.inject({ url: '/api/rules/tenth' })).json()).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('are named by every zone: another name is refused with those that are known', async () => {
    const planner = await api.signIn(['drafter'])
    const payload = { kind: 'sealed', content: content(units(village(0, 0, 0)), { rule_pack: 'tenth' }) }
    const refused = await api.app.inject({ method: 'POST', url: '/api/zones', headers: { ...planner, 'accept-language': 'en' }, payload })
    expect(refused.json()).toMatchObject({ status: 422, code: 'unknown_rule_pack' })
    expect(refused.json<{ detail: string }>().detail).toContain('ninth-2022-06')
    const { zone_id: zoneId } = await createZone(zoneDepsOf(api.store), actor(), { kind: 'sealed', content: content(units(village(0, 0, 0))) })
    const saved = saveDraft(zoneDepsOf(api.store), actor(), zoneId, draftTag({ zoneId, revision: 1 }), payload.content)
    await expect(saved).rejects.toMatchObject({ code: 'unknown_rule_pack' })
  })

  it('are called by their title in a check, in the language asked for', async () => {
    await publish(api.store, 'sealed', units(village(0, 1, 0)), { rule_pack: 'ninth-2022-06' })
    await caughtUp(api.live, api.store)
    const [lng, lat] = inside(1, 0)
    const check = async (lang: string) => (await api.app.inject({ url: `/api/check?lng=${lng}&lat=${lat}&lang=${lang}` })).json<{ zone: Record<string, unknown> }>().zone
    expect(await check('en')).toMatchObject({ rule_pack: 'ninth-2022-06', rule_pack_title: 'Ninth edition, June 2022' })
    expect(await check('zh')).toMatchObject({ rule_pack_title: '第九版 2022 年 6 月' })
    expect(String((await check('zh'))['earliest_lift_unknown_because'])).toContain('第九版')
  })

  it('marks an overdue review in every public answer', async () => {
    const zone = await publish(api.store, 'sealed', units(village(0, 3, 3)), { review_by: '2022-03-20T00:00:00Z' }) // past for the API's clock
    await caughtUp(api.live, api.store)
    const [lng, lat] = inside(3, 3)
    expect((await api.app.inject({ url: `/api/check?lng=${lng}&lat=${lat}` })).json()).toMatchObject({ zone: { id: zone, overdue: true } })
    expect((await api.app.inject({ url: `/api/zones/${zone}` })).json()).toMatchObject({ overdue: true })
    const list = (await api.app.inject({ url: '/api/zones' })).json<{ features: { properties: { id: string; overdue: boolean } }[] }>()
    expect(list.features.filter(({ properties }) => properties.overdue).map(({ properties }) => properties.id)).toEqual([zone])
  })

  it('extend no restriction at will: a later review needs a reason of its own and newer evidence', async () => {
    const deps = zoneDepsOf(api.store)
    const zoneId = await publish(api.store, 'sealed', units(village(0, 2, 2)), { review_by: '2030-01-01T00:00:00Z' })
    const extend = async (more: Parameters<typeof content>[1]) => {
      const { revision } = (await findDraft(api.store.db, zoneId)) ?? (await beginDraft(deps, actor(), zoneId))
      await saveDraft(deps, actor(), zoneId, draftTag({ zoneId, revision }), content(units(village(0, 2, 2)), more))
      return publishApproved(deps, zoneId, revision + 1)
    }
    await expect(extend({ review_by: '2030-02-01T00:00:00Z' })).rejects.toMatchObject({ code: 'extension_needs_reason' })
    const reason = '3 月 15 日又有新增'
    await expect(extend({ review_by: '2030-02-01T00:00:00Z', reason })).rejects.toMatchObject({ code: 'extension_needs_evidence' })
    await enterEvidence(deps, actor(), zoneId, { type: 'infection', on: '2022-03-15', count: 1 })
    expect(await extend({ review_by: '2030-02-01T00:00:00Z', reason })).toMatchObject({ version: 2 })
    // what was entered before version 2 extends it no further, and an earlier review needs nothing
    await expect(extend({ review_by: '2030-03-01T00:00:00Z', reason: '再延' })).rejects.toMatchObject({ code: 'extension_needs_evidence' })
    expect(await extend({ review_by: '2030-01-15T00:00:00Z', reason })).toMatchObject({ version: 3 })
  })
})
