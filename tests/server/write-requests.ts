import { randomBytes } from 'node:crypto'
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify'
import { requireDraft } from '../../server/domain/drafts-read.ts'
import { zoneReviews } from '../../server/domain/reviews-read.ts'
import { planTag } from '../../server/domain/version-tag.ts'
import { zoneCrossings } from '../../server/domain/crossings.ts'
import { roadCheckpoints } from '../../server/domain/road-checkpoints.ts'
import { publishUrgent } from '../../server/domain/zones-publish-urgent.ts'
import { insertPlan, openPlans } from '../../server/store/plans.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import type { TestApi } from '../support/api.ts'
import { inside, publish } from './live-fixture.ts'
import { draftIn } from './publish-approved.ts'
import { actor, block, content, drawn, LIFT, units, village, zoneDepsOf } from './zones-fixture.ts'

type Tools = { api: TestApi; send(request: InjectOptions): Promise<Response> }
/** Makes what a route's request needs, and gives the request. */
type Prepare = (tools: Tools) => Promise<InjectOptions>

let users = 0
const point = { type: 'Point', coordinates: inside(1, 1) }
const GATE = { name: '东门卡点', tier: 'village', state: 'staffed', green_lane: true, rule_card: { asks: [] }, geometry: point }
const SITE = { place: '某地', on_date: '2022-03-15', cases: 1, geometry: point }
const NEW_ZONE = { kind: 'sealed', content: content(drawn(block(0, 0, 1, 1))) }
export const gateReport = (more: object = {}) =>
  ({ key: randomBytes(16).toString('hex'), status: 'normal', queue: 'none', needs: [], made_at: new Date().toISOString(), ...more })
const ifMatch = ({ headers }: Response) => ({ 'if-match': String(headers.etag) })

const madeZone = ({ send }: Tools) => send({ method: 'POST', url: '/api/zones', payload: NEW_ZONE })
const madeGate = ({ send }: Tools) => send({ method: 'POST', url: '/api/checkpoints', payload: GATE })
const inForce = ({ api }: Tools) => publish(api.store, 'sealed', units(village(0, 2, 2)))

// by somebody else than who sends the requests: nobody reviews their own work
const another = ({ store }: TestApi, state: Parameters<typeof draftIn>[1]) => draftIn(zoneDepsOf(store), state, drawn(block(0, 0, 1, 1)))
const onDraft = (path: string, { zoneId, tag }: { zoneId: string; tag: string }) =>
  ({ url: `/api/zones/${zoneId}/${path}`, headers: { 'if-match': `"${tag}"` } })

const madeUser = async ({ send }: Tools) => {
  const username = `made${(users += 1)}`
  const made = await send({ method: 'POST', url: '/api/users', payload: { username, post: '值班岗', roles: ['viewer'] } })
  return made.json<{ user: { id: number; username: string } }>().user
}

const plannedEnd = (zone: string): InjectOptions =>
  ({ method: 'PUT', url: `/api/zones/${zone}/planned-end`, headers: { 'if-match': `"${zone}.1"` }, payload: { ...LIFT, at: '2999-01-01T00:00:00Z' } })
const cancelled = async ({ api }: Tools, zone: string, plan: string): Promise<InjectOptions> => {
  const [open] = await openPlans(api.store.db, zone)
  return { method: 'DELETE', url: `/api/zones/${zone}/${plan}`, headers: { 'if-match': `"${planTag(open!)}"` } }
}

/** A request that succeeds, for every route that makes a change. */
export const WRITES: Record<string, Prepare> = {
  'POST /api/zones': async () => ({ method: 'POST', url: '/api/zones', payload: NEW_ZONE }),
  'POST /api/zones/{id}/draft': async (tools) => ({ method: 'POST', url: `/api/zones/${await inForce(tools)}/draft` }),
  'PUT /api/zones/{id}/draft': async (tools) => {
    const made = await madeZone(tools)
    return { method: 'PUT', url: String(made.headers.location), headers: ifMatch(made), payload: content(drawn(block(0, 0, 2, 1))) }
  },
  'DELETE /api/zones/{id}/draft': async (tools) => {
    const made = await madeZone(tools)
    return { method: 'DELETE', url: String(made.headers.location), headers: ifMatch(made) }
  },
  'POST /api/zones/{id}/submit': async (tools) => {
    const made = await madeZone(tools)
    return { method: 'POST', url: String(made.headers.location).replace('/draft', '/submit'), headers: ifMatch(made) }
  },
  'POST /api/zones/{id}/approve': async ({ api }) => {
    const { hash, ...draft } = await another(api, 'in_review')
    return { method: 'POST', ...onDraft('approve', draft), payload: { hash } }
  },
  'POST /api/zones/{id}/reject': async ({ api }) =>
    ({ method: 'POST', ...onDraft('reject', await another(api, 'in_review')), payload: { reason: '范围过大' } }),
  'POST /api/zones/{id}/publish': async ({ api }) => ({ method: 'POST', ...onDraft('publish', await another(api, 'approved')) }),
  'POST /api/zones/{id}/confirm-change': async ({ api }) => {
    const county = await draftIn(zoneDepsOf(api.store), 'draft', drawn(block(0, 0, 8, 4)))
    return { method: 'POST', ...onDraft('confirm-change', county), payload: { hash: county.hash, reason: '已核实' } }
  },
  'POST /api/zones/{id}/publish-urgent': async ({ api }) => {
    const { hash, ...draft } = await another(api, 'draft')
    return { method: 'POST', ...onDraft('publish-urgent', draft), payload: { hash, reason: '危及生命' } }
  },
  'POST /api/reviews/{review}': async ({ api }) => {
    const { zoneId, tag, hash } = await another(api, 'draft')
    const deps = zoneDepsOf(api.store)
    await publishUrgent(deps, actor(), zoneId, tag, { hash, reason: '危及生命' })
    const [review] = await zoneReviews(deps, actor(), zoneId)
    return { method: 'POST', url: `/api/reviews/${review!.id}`, payload: { outcome: 'confirmed', reason: '已核实' } }
  },
  'POST /api/zones/{id}/lift': async (tools) => {
    const zone = await inForce(tools)
    return { method: 'POST', url: `/api/zones/${zone}/lift`, headers: { 'if-match': `"${zone}.1"` }, payload: LIFT }
  },
  'POST /api/zones/{id}/corrections': async (tools) => {
    const zone = await inForce(tools)
    const { version_since: began } = (await tools.send({ url: `/api/zones/${zone}` })).json<{ version_since: string }>()
    const payload = { ...LIFT, version: 1, valid_from: new Date(Date.parse(began) - 60_000).toISOString(), valid_to: began }
    return { method: 'POST', url: `/api/zones/${zone}/corrections`, headers: { 'if-match': `"${zone}.1"` }, payload }
  },
  'PUT /api/zones/{id}/planned-end': async (tools) => plannedEnd(await inForce(tools)),
  'DELETE /api/zones/{id}/planned-end': async (tools) => {
    const zone = await inForce(tools)
    await tools.send(plannedEnd(zone))
    return cancelled(tools, zone, 'planned-end')
  },
  'DELETE /api/zones/{id}/planned-start': async (tools) => {
    const { zoneId } = await another(tools.api, 'draft')
    const draft = await requireDraft(tools.api.store.db, zoneId)
    await inTransaction(tools.api.store, (trx) => insertPlan(trx, { ...draft, action: 'start', dueAt: '2999-01-01T00:00:00Z', by: 'post' }))
    return cancelled(tools, zoneId, 'planned-start')
  },
  'POST /api/zones/{id}/evidence': async (tools) =>
    ({ method: 'POST', url: `/api/zones/${await inForce(tools)}/evidence`, payload: { type: 'infection', on: '2022-03-15', count: 1 } }),
  'POST /api/zones/{id}/evidence/{entry}/withdraw': async (tools) => {
    const url = `/api/zones/${await inForce(tools)}/evidence`
    const made = await tools.send({ method: 'POST', url, payload: { type: 'clearance', on: '2022-03-15' } })
    return { method: 'POST', url: `${url}/${made.json<{ id: number }>().id}/withdraw`, payload: { reason: '误登' } }
  },
  'POST /api/checkpoints': async () => ({ method: 'POST', url: '/api/checkpoints', payload: GATE }),
  'PUT /api/checkpoints/{id}': async (tools) => {
    const made = await madeGate(tools)
    return { method: 'PUT', url: String(made.headers.location), headers: ifMatch(made), payload: { ...GATE, name: '西门卡点' } }
  },
  'DELETE /api/checkpoints/{id}': async (tools) => {
    const made = await madeGate(tools)
    return { method: 'DELETE', url: String(made.headers.location), headers: ifMatch(made) }
  },
  'POST /api/checkpoints/{id}/reports': async (tools) => {
    const made = await madeGate(tools)
    return { method: 'POST', url: `${String(made.headers.location)}/reports`, payload: gateReport() }
  },
  'POST /api/zones/{id}/gates': async ({ api }) => {
    const { zoneId } = await another(api, 'draft')
    return { method: 'POST', url: `/api/zones/${zoneId}/gates`, payload: { kind: 'gate', tier: 'village', draft: true } }
  },
  'POST /api/zones/{id}/gates/least': async ({ api }) => {
    const made = await another(api, 'draft')
    return { method: 'POST', ...onDraft('gates/least', made), payload: { tier: 'village' } }
  },
  'POST /api/zones/{id}/gates/signature': async ({ api }) => {
    const { zoneId } = await another(api, 'draft')
    const { list } = await zoneCrossings(api.store.db, { picture: await api.live.roads(), checkpoints: await roadCheckpoints(api.store.db) }, zoneId, true)
    return { method: 'POST', url: `/api/zones/${zoneId}/gates/signature`, payload: { list, draft: true } }
  },
  'POST /api/sites': async () => ({ method: 'POST', url: '/api/sites', payload: SITE }),
  'DELETE /api/sites/{id}': async ({ send }) => {
    const made = await send({ method: 'POST', url: '/api/sites', payload: SITE })
    return { method: 'DELETE', url: `/api/sites/${made.json<{ id: number }>().id}`, headers: ifMatch(made) }
  },
  'PATCH /api/users/{username}': async (tools) => {
    const user = await madeUser(tools)
    const headers = { 'if-match': `"u${user.id}.1"` }
    return { method: 'PATCH', url: `/api/users/${user.username}`, headers, payload: { roles: ['viewer'] } }
  },
  'DELETE /api/users/{username}/sessions': async (tools) =>
    ({ method: 'DELETE', url: `/api/users/${(await madeUser(tools)).username}/sessions` }),
  'POST /api/keys/{id}/revoke': async ({ send }) => {
    const made = await send({ method: 'POST', url: '/api/keys', payload: { name: 'test', scopes: ['read'] } })
    return { method: 'POST', url: `/api/keys/${made.json<{ key: { id: number } }>().key.id}/revoke` }
  },
}
