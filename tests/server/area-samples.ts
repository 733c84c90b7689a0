import { createZone } from '../../server/domain/drafts-begin.ts'
import { addCheckpoint } from '../../server/domain/checkpoints.ts'
import { requireDraft } from '../../server/domain/drafts-read.ts'
import { readPreflight } from '../../server/domain/preflight-read.ts'
import { settleEnd } from '../../server/domain/planned-end.ts'
import { enterEvidence } from '../../server/domain/evidence.ts'
import { gateListHash } from '../../server/domain/gate-list.ts'
import { addSite } from '../../server/domain/sites.ts'
import { checkpointTag, draftTag, planTag, siteTag, zoneTag } from '../../server/domain/version-tag.ts'
import { zoneDetails } from '../../server/domain/zones-details.ts'
import { publishUrgent } from '../../server/domain/zones-publish-urgent.ts'
import type { Store } from '../../server/store/connect.ts'
import { toGeom } from '../../server/store/geometry.ts'
import { insertPlan, openPlans } from '../../server/store/plans.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { draftIn, publishApproved } from './publish-approved.ts'
import { gateReport } from './write-requests.ts'
import { actor, block, content, drawn, LIFT, units, village, zoneDepsOf } from './zones-fixture.ts'

export type Sample = { url: string; headers?: Record<string, string>; payload?: object }

const CONTENT = content(units(village(0, 1, 1)))
const PLACE = { type: 'Point' as const, coordinates: [109.515, 34.515] }
const GATE = { name: '东关卡点', tier: 'village' as const, state: 'staffed' as const, green_lane: false, rule_card: { asks: [] }, geometry: PLACE }
const SITE = { place: '综合市场', on_date: '2022-03-14', cases: 2, geometry: PLACE }

const draft = async (store: Store) => {
  const { zone_id: id } = await createZone(zoneDepsOf(store), actor(), { kind: 'sealed', content: CONTENT })
  return { id, headers: { 'if-match': `"${draftTag({ zoneId: id, revision: 1 })}"` } }
}
const zone = async (store: Store) => {
  const { id } = await draft(store)
  await publishApproved(zoneDepsOf(store), id, 1)
  return { id, headers: { 'if-match': `"${zoneTag({ zoneId: id, version: 1 })}"` } }
}
const inState = (store: Store, state: Parameters<typeof draftIn>[1]) => draftIn(zoneDepsOf(store), state, CONTENT.definition)
const onDraft = (path: string, { zoneId, tag }: { zoneId: string; tag: string }): Sample =>
  ({ url: `/api/zones/${zoneId}/${path}`, headers: { 'if-match': `"${tag}"` } })
/** Names the gate list of a zone in a county without roads. */
export const emptyGateList = (tag: string): string => gateListHash(tag, { crossings: [] }, { sources: [] })
const REASON = '夜间发现险情，需立即封闭'
const gate = async (store: Store) => {
  const made = await addCheckpoint(store, actor(), GATE)
  return { id: made.id, headers: { 'if-match': `"${checkpointTag(made)}"` } }
}

const END = { ...LIFT, at: '2999-01-01T00:00:00Z' }
const cancelling = async (store: Store, id: string, plan: string): Promise<Sample> =>
  ({ url: `/api/zones/${id}/${plan}`, headers: { 'if-match': `"${planTag((await openPlans(store.db, id))[0]!)}"` } })

/** For each route that writes in an area: a request that writes in township 0 of the fixture's county, made afresh. */
export const AREA_SAMPLES: Readonly<Record<string, (store: Store) => Promise<Sample>>> = {
  'POST /api/zones': async () => ({ url: '/api/zones', payload: { kind: 'sealed', content: CONTENT } }),
  'POST /api/zones/:id/draft': async (store) => ({ url: `/api/zones/${(await zone(store)).id}/draft` }),
  'PUT /api/zones/:id/draft': async (store) => {
    const { id, headers } = await draft(store)
    return { url: `/api/zones/${id}/draft`, headers, payload: CONTENT }
  },
  'DELETE /api/zones/:id/draft': async (store) => {
    const { id, headers } = await draft(store)
    return { url: `/api/zones/${id}/draft`, headers }
  },
  'POST /api/zones/:id/publish': async (store) => onDraft('publish', await inState(store, 'approved')),
  'POST /api/zones/:id/submit': async (store) => onDraft('submit', await inState(store, 'draft')),
  'POST /api/zones/:id/approve': async (store) => {
    const made = await inState(store, 'in_review')
    return { ...onDraft('approve', made), payload: { hash: made.hash } }
  },
  'POST /api/zones/:id/reject': async (store) =>
    ({ ...onDraft('reject', await inState(store, 'in_review')), payload: { reason: '范围过大' } }),
  'POST /api/zones/:id/confirm-change': async (store) => {
    // abnormal because the hole of the line is not in the ground
    const [outer, hole] = [block(0, 0, 3, 3).coordinates[0]!, block(1, 1, 2, 2).coordinates[0]!.toReversed()]
    const { zoneId, tag } = await draftIn(zoneDepsOf(store), 'draft', drawn({ type: 'Polygon', coordinates: [outer, hole] }))
    await store.db.updateTable('zone_drafts').set({ geom: toGeom({ type: 'MultiPolygon', coordinates: [[outer]] }) }).where('zone_id', '=', zoneId).execute()
    const { hash } = await readPreflight(zoneDepsOf(store), zoneId)
    return { ...onDraft('confirm-change', { zoneId, tag }), payload: { hash, reason: REASON } }
  },
  'POST /api/zones/:id/publish-urgent': async (store) => {
    const made = await inState(store, 'draft')
    return { ...onDraft('publish-urgent', made), payload: { hash: made.hash, reason: REASON } }
  },
  'POST /api/zones/:id/evidence': async (store) =>
    ({ url: `/api/zones/${(await zone(store)).id}/evidence`, payload: { type: 'infection', on: '2022-03-15', count: 1 } }),
  'POST /api/zones/:id/evidence/:entry/withdraw': async (store) => {
    const { id } = await zone(store)
    const entry = await enterEvidence(zoneDepsOf(store), actor(), id, { type: 'clearance', on: '2022-03-15' })
    return { url: `/api/zones/${id}/evidence/${entry.id}/withdraw`, payload: { reason: '误登' } }
  },
  'POST /api/reviews/:review': async (store) => {
    const { zoneId, tag, hash } = await inState(store, 'draft')
    await publishUrgent(zoneDepsOf(store), actor(), zoneId, tag, { hash, reason: REASON })
    const { id } = await store.db.selectFrom('zone_reviews').select('id').where('zone_id', '=', zoneId).orderBy('id', 'desc').executeTakeFirstOrThrow()
    return { url: `/api/reviews/${id}`, payload: { outcome: 'confirmed', reason: '情况属实' } }
  },
  'POST /api/zones/:id/lift': async (store) => {
    const { id, headers } = await zone(store)
    return { url: `/api/zones/${id}/lift`, headers, payload: LIFT }
  },
  'POST /api/zones/:id/corrections': async (store) => {
    const { id, headers } = await zone(store)
    const { version_since: began } = await zoneDetails(store.db, id, new Date())
    const valid_from = new Date(Date.parse(began) - 60_000).toISOString()
    return { url: `/api/zones/${id}/corrections`, headers, payload: { ...LIFT, version: 1, valid_from, valid_to: began } }
  },
  'PUT /api/zones/:id/planned-end': async (store) => {
    const { id, headers } = await zone(store)
    return { url: `/api/zones/${id}/planned-end`, headers, payload: END }
  },
  'DELETE /api/zones/:id/planned-end': async (store) => {
    const { id } = await zone(store)
    await inTransaction(store, (trx) => settleEnd(trx, id, END, 'post'))
    return cancelling(store, id, 'planned-end')
  },
  'DELETE /api/zones/:id/planned-start': async (store) => {
    const { id } = await draft(store)
    const content = await requireDraft(store.db, id)
    await inTransaction(store, (trx) => insertPlan(trx, { ...content, action: 'start', dueAt: END.at, by: 'post' }))
    return cancelling(store, id, 'planned-start')
  },
  'POST /api/checkpoints/:id/reports': async (store) => ({ url: `/api/checkpoints/${(await gate(store)).id}/reports`, payload: gateReport() }),
  'POST /api/checkpoints': async () => ({ url: '/api/checkpoints', payload: GATE }),
  'PUT /api/checkpoints/:id': async (store) => {
    const { id, headers } = await gate(store)
    return { url: `/api/checkpoints/${id}`, headers, payload: { ...GATE, state: 'suspended' } }
  },
  'DELETE /api/checkpoints/:id': async (store) => {
    const { id, headers } = await gate(store)
    return { url: `/api/checkpoints/${id}`, headers }
  },
  'POST /api/zones/:id/gates': async (store) => ({ url: `/api/zones/${(await draft(store)).id}/gates`, payload: { kind: 'gate', tier: 'village', draft: true } }),
  'POST /api/zones/:id/gates/least': async (store) => {
    const { id, headers } = await draft(store)
    return { url: `/api/zones/${id}/gates/least`, headers, payload: { tier: 'village' } }
  },
  'POST /api/zones/:id/gates/signature': async (store) => {
    const { id } = await draft(store)
    return { url: `/api/zones/${id}/gates/signature`, payload: { list: emptyGateList(draftTag({ zoneId: id, revision: 1 })), draft: true } }
  },
  'POST /api/sites': async () => ({ url: '/api/sites', payload: SITE }),
  'DELETE /api/sites/:id': async (store) => {
    const site = await addSite(store, actor(), SITE)
    return { url: `/api/sites/${site.id}`, headers: { 'if-match': `"${siteTag(site)}"` } }
  },
}
