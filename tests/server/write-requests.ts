import type { InjectOptions, Response } from 'light-my-request'
import type { TestApi } from '../support/api.ts'
import { inside, publish } from './live-fixture.ts'
import { block, content, drawn, LIFT, units, village } from './zones-fixture.ts'

type Tools = { api: TestApi; send(request: InjectOptions): Promise<Response> }
/** Makes what a route's request needs, and gives the request. */
type Prepare = (tools: Tools) => Promise<InjectOptions>

const point = { type: 'Point', coordinates: inside(1, 1) }
const GATE = { name: '东门卡点', tier: 'village', state: 'staffed', green_lane: true, rule_card: { asks: [] }, geometry: point }
const SITE = { place: '某地', on_date: '2022-03-15', cases: 1, geometry: point }
const NEW_ZONE = { kind: 'sealed', content: content(drawn(block(0, 0, 1, 1))) }
const ifMatch = ({ headers }: Response) => ({ 'if-match': String(headers.etag) })

const madeZone = ({ send }: Tools) => send({ method: 'POST', url: '/api/zones', payload: NEW_ZONE })
const madeGate = ({ send }: Tools) => send({ method: 'POST', url: '/api/checkpoints', payload: GATE })
const inForce = ({ api }: Tools) => publish(api.store, 'sealed', units(village(0, 2, 2)))

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
  'POST /api/zones/{id}/publish': async (tools) => {
    const made = await madeZone(tools)
    return { method: 'POST', url: String(made.headers.location).replace('/draft', '/publish'), headers: ifMatch(made) }
  },
  'POST /api/zones/{id}/lift': async (tools) => {
    const zone = await inForce(tools)
    return { method: 'POST', url: `/api/zones/${zone}/lift`, headers: { 'if-match': `"${zone}.1"` }, payload: LIFT }
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
  'POST /api/sites': async () => ({ method: 'POST', url: '/api/sites', payload: SITE }),
  'DELETE /api/sites/{id}': async ({ send }) => {
    const made = await send({ method: 'POST', url: '/api/sites', payload: SITE })
    return { method: 'DELETE', url: `/api/sites/${made.json<{ id: number }>().id}`, headers: ifMatch(made) }
  },
}
