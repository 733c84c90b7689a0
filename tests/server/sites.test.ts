import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '#shared/schema/site.ts'
import { eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { loadCounty, TOWNSHIPS } from './zones-fixture.ts'

const SITE = { place: '示范街道综合市场', on_date: '2022-03-14', cases: 3, geometry: { type: 'Point', coordinates: [109.5123456789, 34.512] } }

describe.each(ENGINES)('sites on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    planner = await api.signIn(['drafter'])
  })
  afterAll(() => api.close())

  const add = (payload: object, headers: object = planner) => api.app.inject({ method: 'POST', url: '/api/sites', headers: { ...headers }, payload })
  const list = (headers: object, query = '') => api.app.inject({ method: 'GET', url: `/api/sites${query}`, headers: { ...headers } })
  const remove = (id: number, headers: object) => api.app.inject({ method: 'DELETE', url: `/api/sites/${id}`, headers: { ...planner, ...headers } })

  it('are recorded, listed and removed for good, and events tell no place', async () => {
    const seq = await lastEventSeq(api.store.db)
    const added = await add(SITE)
    const site = added.json<Site>()
    expect([added.statusCode, added.headers.etag]).toEqual([201, `"s${site.id}.1"`])
    const stored = { ...SITE, id: site.id, version: 1, geometry: { type: 'Point', coordinates: [109.5123457, 34.512] } }
    expect((await list(planner)).json()).toEqual({ items: [stored], next: null })
    expect((await remove(site.id, {})).statusCode).toBe(428)
    expect((await remove(site.id, { 'if-match': `"s${site.id}.2"` })).statusCode).toBe(412)
    expect((await remove(site.id, { 'if-match': `"s${site.id}.1"` })).statusCode).toBe(204)
    expect((await remove(site.id, { 'if-match': `"s${site.id}.1"` })).statusCode).toBe(404)
    expect((await list(planner)).json()).toEqual({ items: [], next: null })
    const events = await eventsAfter(api.store.db, seq, 10)
    expect(events).toMatchObject([
      { noun: 'sites', verb: 'added', subject: String(site.id), public: false, payload: {} },
      { noun: 'readings', verb: 'read', subject: 'sites', public: false, payload: { rows: 1 } },
      { noun: 'sites', verb: 'removed', subject: String(site.id), public: false, payload: {} },
      { noun: 'readings', verb: 'read', subject: 'sites', public: false, payload: { rows: 0 } },
    ])
    expect(JSON.stringify(events)).not.toMatch(/109\.5|34\.5|市场/)
  })

  it('page by number', async () => {
    for (let n = 0; n < 3; n++) await add(SITE)
    const first = (await list(planner, '?limit=2')).json<{ items: Site[]; next: string }>()
    const second = (await list(planner, `?limit=2&cursor=${first.next}`)).json<{ items: Site[]; next: null }>()
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
    expect(second.items[0]!.id).toBeGreaterThan(first.items[1]!.id)
  })

  it('never leave the planning posts', async () => {
    expect((await list({})).statusCode).toBe(401)
    for (const role of ['viewer', 'neighbour', 'gate_officer', 'auditor'] as const) expect((await list(await api.signIn([role]))).statusCode).toBe(403)
    const reviewer = await api.signIn(['reviewer'])
    expect((await list(reviewer)).statusCode).toBe(200)
    expect((await add(SITE, reviewer)).statusCode).toBe(403)
    expect((await add(SITE, {})).statusCode).toBe(401)
    const elsewhere = await api.signIn(['drafter'], TOWNSHIPS[1])
    expect((await add(SITE, elsewhere)).json()).toMatchObject({ status: 403, code: 'outside_jurisdiction' })
  })

  it.each([
    [400, { on_date: '2022-02-31' }],
    [400, { cases: 0 }],
    [400, { geometry: { type: 'LineString', coordinates: [[1, 2], [3, 4]] } }],
    [422, { geometry: { type: 'Point', coordinates: [] } }],
    [422, { geometry: { type: 'Point', coordinates: [34.5, 109.5] } }],
    [422, { geometry: { type: 'Point', coordinates: [200, 95] } }],
    [422, { geometry: { type: 'Point', coordinates: ['109', null] } }],
    [422, { place: 'a\0b' }],
  ])('answer %i to %j', async (status, wrong) => {
    expect((await add({ ...SITE, ...wrong })).statusCode).toBe(status)
  })
})
