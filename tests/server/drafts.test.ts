import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InjectOptions } from 'fastify'
import type { MultiPolygon } from 'geojson'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Draft, ZoneGround } from '#shared/schema/zone.ts'
import { countyOf } from '../../server/store/area-geometry.ts'
import { toGeom } from '../../server/store/geometry.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { inside } from './live-fixture.ts'
import { publishApprovedByHttp } from './publish-approved.ts'
import { block, content, COUNTY, drawn, LIFT, loadCounty, restOf, TOWNSHIPS, units, village } from './zones-fixture.ts'

describe.each(ENGINES)('drafts and zones over HTTP on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  let reviewing: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    planner = await api.signIn(['drafter', 'publisher'])
    reviewing = await api.signIn(['reviewer'])
  })
  afterAll(() => api.close())

  const call = (method: InjectOptions['method'] & string, url: string, more: { as?: { cookie: string }; tag?: string; body?: object; lang?: string } = {}) =>
    api.app.inject({
      method: method as 'GET', url,
      headers: { ...more.as, ...(more.tag ? { 'if-match': `"${more.tag}"` } : {}), 'accept-language': more.lang ?? 'zh' },
      ...(more.body ? { payload: more.body } : {}),
    })
  const create = (kind: string, definition: Parameters<typeof content>[0], more = {}) =>
    call('POST', '/api/zones', { as: planner, body: { kind, content: content(definition, more) } })

  it('walk from a first draft to the public map and off it again', async () => {
    const created = await create('sealed', units(village(0, 0, 0)))
    expect(created.statusCode).toBe(201)
    expect(created.headers).toMatchObject({ location: '/api/zones/990101-S-0001/draft', etag: '"990101-S-0001.d1"' })
    const draft = created.json<Draft>()
    expect(draft).toMatchObject({ zone_id: '990101-S-0001', revision: 1, geometry: { type: 'MultiPolygon' }, content: { definition: units(village(0, 0, 0)) } })
    expect((await call('GET', '/api/zones/990101-S-0001')).statusCode).toBe(404)

    const saved = await call('PUT', '/api/zones/990101-S-0001/draft', {
      as: planner, tag: '990101-S-0001.d1', body: content(drawn(block(1, 1, 2, 2)), { name: '第二稿' }),
    })
    expect([saved.statusCode, saved.headers.etag]).toEqual([200, '"990101-S-0001.d2"'])
    expect(saved.json<Draft>().content.definition).toEqual(drawn(block(1, 1, 2, 2)))

    const published = await publishApprovedByHttp(api, planner, reviewing, '990101-S-0001.d2')
    expect([published.statusCode, published.headers.etag]).toEqual([200, '"990101-S-0001.1"'])
    expect(published.json<ZoneGround>()).toMatchObject({ version: 1, state: 'in_force', name: '第二稿', geometry: saved.json<Draft>().geometry })
    expect((await call('GET', '/api/zones/990101-S-0001/draft', { as: planner })).statusCode).toBe(404)

    await expect.poll(async () => (await call('GET', '/api/zones/990101-S-0001')).statusCode).toBe(200)
    const open = await call('GET', '/api/zones/990101-S-0001')
    expect(open.headers.etag).toBe('"990101-S-0001.1.public"')
    expect(Object.keys(open.json<object>()).sort()).toEqual([
      'area_m2', 'authority', 'earliest_lift', 'geometry', 'id', 'kind', 'legal_basis', 'measures', 'name', 'name_en', 'overdue', 'people',
      'review_by', 'rule_pack', 'since', 'version', 'version_since',
    ])
    const again = await api.app.inject({ method: 'GET', url: '/api/zones/990101-S-0001', headers: { 'if-none-match': '"990101-S-0001.1.public"' } })
    expect(again.statusCode).toBe(304)
    const details = await api.app.inject({ method: 'GET', url: '/api/zones/990101-S-0001', headers: { ...planner, 'if-none-match': '"990101-S-0001.1.public"' } })
    expect([details.statusCode, details.headers.etag, details.json<ZoneGround>().hash]).toEqual([200, '"990101-S-0001.1"', published.json<ZoneGround>().hash])

    const lifted = await call('POST', '/api/zones/990101-S-0001/lift', { as: planner, tag: '990101-S-0001.1', body: LIFT })
    expect(lifted.json<ZoneGround>()).toMatchObject({ state: 'lifted', version: 1 })
    await expect.poll(async () => (await call('GET', '/api/zones/990101-S-0001')).statusCode).toBe(404)
    const history = await call('GET', '/api/zones/990101-S-0001/versions', { as: planner })
    expect(history.json()).toMatchObject({ next: null, items: [{ version: 1, state: 'lifted', reason: '新增病例', periods: [{}, { end_note: LIFT }] }] })
  })

  it('keep internal zones from the public', async () => {
    await create('controlled', units(village(0, 3, 3)), { audience: 'internal' })
    const published = await publishApprovedByHttp(api, planner, reviewing, '990101-C-0001.d1')
    expect(published.statusCode).toBe(200)
    await expect.poll(() => api.live.zone('990101-C-0001', 'all')?.version).toBe(1)
    expect((await call('GET', '/api/zones/990101-C-0001')).statusCode).toBe(404)
    const viewer = await api.signIn(['viewer'])
    expect((await call('GET', '/api/zones/990101-C-0001', { as: viewer })).json()).toMatchObject({ audience: 'internal', reason: '新增病例' })
  })

  it('ask for the version that is changed: 428 without, 412 with another, and nothing is lost', async () => {
    const { zone_id: id } = (await create('precaution', restOf(TOWNSHIPS[0]))).json<Draft>()
    const url = `/api/zones/${id}/draft`
    for (const header of [{}, { 'if-match': '*' }, { 'if-match': `W/"${id}.d1"` }]) {
      const missing = await api.app.inject({ method: 'PUT', url, headers: { ...planner, ...header }, payload: content(restOf(TOWNSHIPS[0])) })
      expect([missing.statusCode, missing.json<{ code: string }>().code]).toEqual([428, 'precondition_required'])
    }
    expect((await call('DELETE', url, { as: planner })).statusCode).toBe(428)
    expect((await call('POST', `/api/zones/${id}/publish`, { as: planner })).statusCode).toBe(428)
    const stale = await call('PUT', url, { as: planner, tag: `${id}.d9`, body: content(restOf(TOWNSHIPS[0]), { name: '旧稿' }), lang: 'en' })
    expect(stale.json()).toMatchObject({ status: 412, code: 'precondition_failed', detail: `The current version is ${id}.d1; compare and send again` })
    expect((await call('DELETE', url, { as: planner, tag: `${id}.d9` })).statusCode).toBe(412)
    expect((await call('POST', `/api/zones/${id}/publish`, { as: planner, tag: `${id}.d9` })).statusCode).toBe(412)
    expect((await call('GET', url, { as: planner })).json()).toMatchObject({ revision: 1, content: { name: '示范封控区' } })
    expect((await call('DELETE', url, { as: planner, tag: `${id}.d1` })).statusCode).toBe(204)
  })

  it('let exactly one of two writers win', async () => {
    const { zone_id: id } = (await create('sealed', units(village(1, 0, 0)))).json<Draft>()
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((name) =>
        call('PUT', `/api/zones/${id}/draft`, { as: planner, tag: `${id}.d1`, body: content(units(village(1, 0, 0)), { name }) })),
    )
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412, 412])
    const winner = answers.find((answer) => answer.statusCode === 200)!.json<Draft>()
    expect((await call('GET', `/api/zones/${id}/draft`, { as: planner })).json()).toMatchObject({ revision: 2, content: { name: winner.content.name } })
  })

  it('page through drafts', async () => {
    for (const column of [1, 2, 3]) await create('sealed', units(village(1, column, 0)))
    const ids: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 10; pages++) {
      const page = (await call('GET', `/api/drafts?limit=2${cursor && `&cursor=${cursor}`}`, { as: planner })).json<{ items: Draft[]; next: string | null }>()
      expect(page.items.length).toBeLessThanOrEqual(2)
      ids.push(...page.items.map((item) => item.zone_id))
      if (page.next === null) break
      cursor = page.next
    }
    expect(ids).toHaveLength(4)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  it('belong to the county that holds most of them, and one with very many corners to the nearest to its centre', async () => {
    const east = { type: 'MultiPolygon' as const, coordinates: [block(8, 0, 10, 4).coordinates] }
    await api.store.db.insertInto('areas').values({ code: '990102000000', level: 'county', parent_code: null, name: '邻县', name_en: null, geom: toGeom(east), source: 'test', source_id: 'east', as_of: '2022-01-01' }).execute()
    const county = async (from: number, to: number) => (await countyOf(api.store.db, { type: 'MultiPolygon', coordinates: [block(from, 0, to, 1).coordinates] }))!
    expect([await county(6, 8), await county(6, 9), await county(7, 10), await county(8, 9)]).toEqual(['990101', '990101', '990102', '990102'])
    const long = (from: number, to: number): MultiPolygon => {
      const [west, south, right, north] = boundsOf(block(from, 0, to, 1))
      const edge = Array.from({ length: 11_000 }, (_, n) => [west + ((right - west) * n) / 10_999, south])
      return { type: 'MultiPolygon', coordinates: [[[...edge, [right, north], [west, north], edge[0]!]]] }
    }
    expect([await countyOf(api.store.db, long(5, 9)), await countyOf(api.store.db, long(7, 10))]).toEqual(['990101', '990102'])
    await api.store.db.deleteFrom('areas').where('code', '=', '990102000000').execute()
  })

  it('page by the length of their lines too: a page of long ones is short, and none is left out', async () => {
    const made: string[] = []
    const [lng, lat] = inside(1, 1)
    const round = Array.from({ length: 45_001 }, (_, n) => [Math.cos, Math.sin].map((f, axis) => Number(([lng, lat][axis]! + 0.004 * f(((n % 45_000) * 2 * Math.PI) / 45_000)).toFixed(7))))
    for (let n = 0; n < 4; n++) made.push((await create('sealed', drawn({ type: 'Polygon', coordinates: [round] }))).json<Draft>().zone_id)
    const first = await call('GET', '/api/drafts?limit=200', { as: planner })
    const pages = [first.json<{ items: Draft[]; next: string | null }>()]
    expect(first.headers['link']).toContain('rel="next"')
    for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next) {
      pages.push((await call('GET', `/api/drafts?limit=200&cursor=${next}`, { as: planner })).json())
    }
    const items = pages.flatMap((page) => page.items)
    expect(items.map((item) => item.zone_id)).toEqual([...new Set(items.map((item) => item.zone_id))].sort())
    expect(items.map((item) => item.zone_id)).toEqual(expect.arrayContaining(made))
    expect(pages.length).toBeGreaterThan(1)
    for (const id of made) expect(items.find((item) => item.zone_id === id)!.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[round]] })
    for (const id of made) await call('DELETE', `/api/zones/${id}/draft`, { as: planner, tag: `${id}.d1` })
  }, 120_000)

  it('are for the posts whose work they are', async () => {
    const viewer = await api.signIn(['viewer', 'reviewer', 'gate_officer'])
    const drafter = await api.signIn(['drafter'])
    const zone = { kind: 'sealed', content: content(units(village(1, 0, 1))) }
    expect((await call('POST', '/api/zones', { body: zone })).statusCode).toBe(401)
    expect((await call('GET', '/api/drafts')).statusCode).toBe(401)
    expect((await call('GET', '/api/zones/990101-S-0001/versions')).statusCode).toBe(401)
    expect((await call('POST', '/api/zones', { as: viewer, body: zone })).json()).toMatchObject({ status: 403, code: 'role_missing' })
    const { zone_id: id } = (await call('POST', '/api/zones', { as: drafter, body: zone })).json<Draft>()
    expect((await call('POST', `/api/zones/${id}/publish`, { as: drafter, tag: `${id}.d1` })).statusCode).toBe(403)
  })

  it('stay inside the jurisdiction, five metres for the line', async () => {
    const townPlanner = await api.signIn(['drafter', 'publisher'], TOWNSHIPS[0])
    const draft = (definition: object) => call('POST', '/api/zones', { as: townPlanner, body: { kind: 'sealed', content: content(definition as never) } })
    const shifted = (degrees: number) => drawn({ type: 'Polygon', coordinates: block(0, 0, 1, 1).coordinates.map((r) => r.map(([x, y]) => [x! - degrees, y!])) })
    expect((await draft(units(village(0, 0, 1)))).statusCode).toBe(201)
    expect((await draft(shifted(0.00003))).statusCode).toBe(201) // under 3 m
    expect((await draft(shifted(0.0002))).json()).toMatchObject({ status: 403, code: 'outside_jurisdiction', detail: `请把范围限制在“地区 ${TOWNSHIPS[0]}”之内` })
    expect((await draft(units(village(0, 0, 1), village(1, 0, 1)))).statusCode).toBe(403)
    for (const area of [COUNTY, TOWNSHIPS[1]]) expect((await draft(restOf(area))).json()).toMatchObject({ status: 403, code: 'outside_jurisdiction' })
    expect((await draft(restOf(TOWNSHIPS[0]))).statusCode).toBe(201)
    const other = (await create('sealed', units(village(1, 2, 2)))).json<Draft>().zone_id
    for (const [method, path, body] of [['PUT', 'draft', content(units(village(0, 0, 1)))], ['DELETE', 'draft', undefined], ['POST', 'submit', undefined]] as const) {
      const answer = await call(method, `/api/zones/${other}/${path}`, { as: townPlanner, tag: `${other}.d1`, ...(body ? { body } : {}) })
      expect([method, answer.statusCode]).toEqual([method, 403])
    }
  })

  it('name what cannot be stored', async () => {
    const past = await create('sealed', units(village(0, 0, 0)), { review_by: '2020-01-01T00:00:00Z' })
    expect(past.json()).toMatchObject({ status: 422, code: 'review_by_past' })
    const nul = await create('sealed', units(village(0, 0, 0)), { name: '封控\0区' })
    expect(nul.json()).toMatchObject({ status: 422, code: 'unusable_text', detail: '请删去 /name 中的控制字符或残缺字符' })
    const half = await create('sealed', units(village(0, 0, 0)), { measures: [{ zh: '\ud800', en: 'x' }] })
    expect(half.json()).toMatchObject({ status: 422, code: 'unusable_text' })
    for (const wrong of [{ earliest_lift: '2030-02-31' }, { review_by: '2030-13-01T00:00:00Z' }, { legal_basis: { number: '1', issuer: '2', date: 'x' } }, { name: '' }, { measures: [] }, { extra: 1 }]) {
      const answer = await create('sealed', units(village(0, 0, 0)), wrong)
      expect([wrong, answer.statusCode]).toEqual([wrong, 400])
    }
    expect((await create('blue', units(village(0, 0, 0)))).statusCode).toBe(400)
    expect((await call('GET', '/api/zones/x-y-z', { as: planner })).statusCode).toBe(400)
    expect((await create('sealed', units('990199999999', village(0, 0, 0)))).json()).toMatchObject({ status: 422, code: 'unknown_units', detail: '未找到代码：990199999999' })
  })
})
