import { get as httpGet } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { CheckPack } from '#shared/schema/check-pack.ts'
import { PublicCheckpoint } from '#shared/schema/checkpoint.ts'
import { LiveEvent } from '#shared/schema/live-event.ts'
import { PublicZone } from '#shared/schema/zone.ts'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { addCheckpoint } from '../../server/domain/checkpoints.ts'
import { enterEvidence, withdrawEvidence } from '../../server/domain/evidence.ts'
import { rejectDraft } from '../../server/domain/reviews-decide.ts'
import { submitDraft } from '../../server/domain/reviews-submit.ts'
import { draftTag } from '../../server/domain/version-tag.ts'
import { recordReading } from '../../server/domain/audit.ts'
import { issueKey } from '../../server/domain/keys.ts'
import { makeGateReport } from '../../server/domain/gate-reports.ts'
import { addSite } from '../../server/domain/sites.ts'
import { createUser } from '../../server/domain/users.ts'
import { PERMISSIONS } from '../../server/routes/permissions.ts'
import type { Store } from '../../server/store/connect.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { caughtUp, eventually, inside, lift, loadGround } from './live-fixture.ts'
import { publishApproved } from './publish-approved.ts'
import { createTally } from '../support/tally.ts'
import { PUBLIC_SAMPLES } from './public-samples.ts'
import { actor, content, reviewer, units, village, zoneDepsOf } from './zones-fixture.ts'

/** What no reader without a session may ever see: one marker for each internal member. */
const MARKERS: string[] = []
const mark = (what: string): string => {
  const marker = `内部标记${MARKERS.length + 1}${what}`
  MARKERS.push(marker)
  return marker
}
const PLACE = { type: 'Point' as const, coordinates: inside(2, 2) }

async function fillWithMarkers(store: Store): Promise<{ shown: string; hidden: string }> {
  const deps = zoneDepsOf(store)
  const planner = { ...actor(), post: mark('岗位'), username: mark('用户名') }
  const zone = async (more: Parameters<typeof content>[1]) => {
    const { zone_id: id } = await createZone(deps, planner, { kind: 'sealed', content: content(units(village(0, 1, 1)), more) })
    await publishApproved(deps, id, 1, planner)
    return id
  }
  const shown = await zone({ name: '公开的区', reason: mark('理由') })
  const hidden = await zone({
    name: mark('内部区名'), name_en: mark('name'), reason: mark('内部理由'), authority: mark('单位'), audience: 'internal', rule_pack: 'three-zones-2021',
    measures: [{ zh: mark('措施'), en: mark('measure') }], legal_basis: { number: mark('文号'), issuer: mark('发文'), date: '2022-03-15' },
  })
  await createZone(deps, planner, { kind: 'controlled', content: content(units(village(0, 2, 2)), { name: mark('草稿名'), reason: mark('草稿理由'), authority: mark('草稿单位') }) })
  const rejected = await createZone(deps, planner, { kind: 'sealed', content: content(units(village(0, 1, 2)), { name: mark('退回的草稿') }) })
  const tag = draftTag({ zoneId: rejected.zone_id, revision: 1 })
  await submitDraft(deps, planner, rejected.zone_id, tag)
  await rejectDraft(deps, reviewer(), rejected.zone_id, tag, { reason: mark('退回原因') })
  const { id: entry } = await enterEvidence(deps, planner, shown, { type: 'clearance', on: '2022-03-14', note: mark('证据出处') })
  await withdrawEvidence(deps, planner, shown, entry, { reason: mark('撤回原因') })
  const gate = { tier: 'village' as const, green_lane: false, geometry: PLACE }
  const asks = () => ({ asks: [{ zh: mark('查验'), en: mark('asks') }] })
  for (const state of ['planned', 'withdrawn'] as const) {
    await addCheckpoint(store, planner, { ...gate, state, name: mark('卡点'), name_en: mark('gate'), rule_card: asks() })
  }
  const reported = await addCheckpoint(store, planner, { ...gate, state: 'staffed', name: '公开的卡口', rule_card: { asks: [] } })
  await makeGateReport(store, planner, reported.id, { key: 'ab'.repeat(16), status: 'incident', queue: 'long', needs: ['people'], note: mark('报告'), made_at: new Date().toISOString() })
  await addSite(store, planner, { place: mark('点位'), on_date: '2022-03-14', cases: 77_077, geometry: PLACE })
  await createUser(store, mark('管理员'), { username: 'marked-user', post: mark('用户岗位'), password: mark('口令长度足够'), roles: ['viewer'], areaCode: null })
  await issueKey(store, { userId: 0, post: mark('发钥匙') }, { name: mark('密钥名'), scopes: ['read'] }, new Date())
  await recordReading(store, planner, mark('读取'), 1)
  MARKERS.push(hidden, 'marked-user', '77077', '$argon2id$')
  return { shown, hidden }
}

describe.each(ENGINES)('the public side on the %s engine', (engine) => {
  let api: TestApi
  let zones: { shown: string; hidden: string }
  let port: number
  beforeAll(async () => {
    MARKERS.length = 0
    api = await openTestApi(engine, loadGround)
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    port = (api.app.server.address() as AddressInfo).port
    zones = await fillWithMarkers(api.store)
    await caughtUp(api.live, api.store)
    await eventually(() => api.live.addresses() !== null && api.live.groundNames() !== null)
  })
  const searched = createTally()
  afterAll(async () => {
    searched.tell(`public side on ${engine}: ${MARKERS.length} markers sought in the answers of ${publicRoutes.length} public routes`)
    await api.close()
  })

  const publicRoutes = Object.entries(PERMISSIONS).filter(([, { roles }]) => roles === 'public').map(([route]) => route)
  const marksIn = (bytes: Buffer | string) => MARKERS.filter((marker) => bytes.includes(marker) || bytes.includes(encodeURIComponent(marker)))
  const read = async (url: string, method: 'GET' | 'POST' = 'GET', payload?: object) => {
    const response = await api.app.inject({ method, url, ...(payload && { payload }), headers: { 'accept-encoding': 'identity' } })
    return { status: response.statusCode, bytes: response.rawPayload, headers: JSON.stringify(response.headers), json: () => response.json<Record<string, unknown>>() }
  }

  it('has a sample for every public route', () => {
    const missing = publicRoutes.filter((route) => !(route in PUBLIC_SAMPLES))
    expect(missing, 'add how it is read to tests/server/public-samples.ts').toEqual([])
  })

  it('gives out no marker of an internal member, on any route', async () => {
    let answered = 0
    for (const [route, samples] of Object.entries(PUBLIC_SAMPLES)) {
      const [method] = route.split(' ') as ['GET' | 'POST']
      for (const { url, payload } of samples({ ...zones, markers: MARKERS })) {
        const { status, bytes, headers } = await read(url, method, payload)
        expect(status, `${route} ${url}`).toBeLessThan(500)
        if (status === 200) answered += 1
        searched.count(url.startsWith('/tiles/') ? 'tiles' : 'answers')
        // an answer may repeat what it was asked
        const asked = decodeURIComponent(url) + JSON.stringify(payload ?? '')
        expect(marksIn(bytes).filter((marker) => !asked.includes(marker)), `${route} ${url}`).toEqual([])
        expect(marksIn(headers).filter((marker) => !asked.includes(marker)), `${route} ${url}`).toEqual([])
      }
    }
    expect(answered).toBeGreaterThan(15)
    expect(MARKERS.length).toBeGreaterThan(25)
  })

  it('gives them to who is signed in, so that their absence means something', async () => {
    const headers = await api.signIn(['administrator', 'auditor', 'drafter'])
    const urls = ['/api/zones?audience=all', `/api/zones/${zones.shown}`, `/api/zones/${zones.hidden}`, '/api/drafts', `/api/zones/${zones.shown}/evidence`, '/api/checkpoints', '/api/gate-reports', '/api/sites', '/api/users', '/api/keys', '/api/audit']
    const all = (await Promise.all(urls.map((url) => api.app.inject({ url, headers })))).map(({ body }) => body).join('')
    const unseen = MARKERS.filter((marker) => !all.includes(marker) && !/口令|argon2id|用户名/.test(marker))
    expect(unseen).toEqual([])
  })

  it('says nothing but what its schemas name', async () => {
    const strict = (schema: TSchema) => ({ ...schema, additionalProperties: false })
    const list = (await read('/api/zones')).json() as { features: { properties: object }[] }
    const gates = (await read('/api/checkpoints')).json() as { features: { properties: object }[] }
    expect([list.features.length, gates.features.length]).toEqual([1, 2])
    expect(Value.Errors(strict(PublicZone), list.features[0]!.properties)).toEqual([])
    expect(Value.Errors(strict(PublicCheckpoint), gates.features[0]!.properties)).toEqual([])
    const { version } = (await read('/api/check/pack')).json() as { version: string }
    const pack = (await read(`/api/check/pack/${version}`)).json() as { zones: object[] }
    expect(Object.keys(pack.zones[0]!).sort()).toEqual(Object.keys(CheckPack.properties.zones.items.properties).sort())
  })

  it('tells of no internal change in its event stream', async () => {
    const { text, close } = await stream('/api/events?after=0')
    await eventually(() => text().includes(zones.shown))
    const { zone_id: id } = await createZone(zoneDepsOf(api.store), actor(), { kind: 'sealed', content: content(units(village(0, 3, 3)), { audience: 'internal' }) })
    MARKERS.push(id)
    await publishApproved(zoneDepsOf(api.store), id, 1)
    const gate = await addCheckpoint(api.store, actor(), { name: '公开卡点', tier: 'village', state: 'staffed', green_lane: false, rule_card: { asks: [] }, geometry: PLACE })
    await eventually(() => text().includes(`"subject":"${gate.id}"`))
    expect(marksIn(text())).toEqual([])
    searched.count('events', text().split('\ndata: ').length - 1)
    const events = [...text().matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as object)
    for (const event of events) expect(Object.keys(event).sort()).toEqual(Object.keys(LiveEvent.properties).sort())
    close()
  })

  it('lets a lifted zone go at once: from lists, tiles, checks and packs', async () => {
    const tiles = async () => (await read('/tiles/zones/12/3293/1627.mvt')).bytes
    const [lng, lat] = inside(1, 1)
    const covering = async () => JSON.stringify((await read(`/api/check?lng=${lng}&lat=${lat}`)).json())
    const packed = async () => {
      const { version } = (await read('/api/check/pack')).json() as { version: string }
      return (await read(`/api/check/pack/${version}`)).bytes.toString()
    }
    const before = [await covering(), await packed()]
    for (const text of before) expect(text).toContain(zones.shown)
    await lift(api.store, zones.shown, 1)
    await caughtUp(api.live, api.store)
    for (const text of [await covering(), await packed(), JSON.stringify((await read('/api/zones')).json())]) expect(text).not.toContain(zones.shown)
    expect((await read(`/api/zones/${zones.shown}`)).status).toBe(404)
    expect((await tiles()).includes(zones.shown)).toBe(false)
  })

  const stream = (path: string): Promise<{ text: () => string; close: () => void }> =>
    new Promise((resolve, reject) => {
      let received = ''
      const request = httpGet({ host: '127.0.0.1', port, path }, (response) => {
        response.setEncoding('utf8').on('data', (part: string) => (received += part)).on('error', () => {})
        resolve({ text: () => received, close: () => request.destroy() })
      }).on('error', reject)
    })
})
