import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Preview } from '#shared/schema/preview.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { inside } from './live-fixture.ts'
import { block, content, drawn, loadCounty } from './zones-fixture.ts'

type Pair = [number, number]
const metres = ([lng, lat]: Pair): Pair => [lng * 111_319.49, Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 6_378_137]

/** What programs send in the place of degrees in the order [lng, lat]. */
const MIXUPS: [string, (at: Pair) => unknown][] = [
  ['the axes swapped', ([lng, lat]) => [lat, lng]],
  ['metres of Web Mercator', metres],
  ['degrees × 1e7', ([lng, lat]) => [lng * 1e7, lat * 1e7]],
  ['radians', ([lng, lat]) => [(lng * Math.PI) / 180, (lat * Math.PI) / 180]],
  ['texts', ([lng, lat]) => [String(lng), String(lat)]],
  ['nothing', () => [null, null]],
  ['one number', ([lng]) => [lng]],
]

describe.each(ENGINES)('coordinates that are mixed up, on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    planner = await api.signIn(['drafter', 'publisher', 'gate_officer'])
  })
  afterAll(() => api.close())
  const post = (url: string, payload: object) => api.app.inject({ method: 'POST', url, headers: planner, payload })
  const stored = async () => {
    const count = (table: 'sites' | 'checkpoints' | 'zone_drafts') => api.store.db.selectFrom(table).select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    return [(await count('sites')).n, (await count('checkpoints')).n, (await count('zone_drafts')).n]
  }

  it.each(MIXUPS)('F40: %s are refused of a line, a site and a checkpoint, and nothing of them is stored', async (_, mix) => {
    const [ring] = block(0, 0, 1, 1).coordinates as [Pair[]]
    const geometry = { type: 'Polygon', coordinates: [ring.map(mix)] }
    const preview = await post('/api/preview', { kind: 'sealed', definition: drawn(geometry) })
    const found = preview.json<Preview>()
    expect(found.ok ? [] : found.faults).not.toEqual([])
    expect((await post('/api/zones', { kind: 'sealed', content: content(drawn(geometry)) })).statusCode).toBe(422)
    const point = { type: 'Point', coordinates: mix(inside(1, 1)) }
    const site = await post('/api/sites', { place: '某地', on_date: '2022-03-15', cases: 1, geometry: point })
    const gate = await post('/api/checkpoints', { name: '东门', tier: 'village', state: 'planned', green_lane: false, rule_card: { asks: [] }, geometry: point })
    expect([site.statusCode, gate.statusCode].every((status) => status === 400 || status === 422), `${site.body} ${gate.body}`).toBe(true)
    expect(await stored()).toEqual([0, 0, 0])
  })

  it.each(MIXUPS.slice(0, 4))('F40: a check of %s says that it cannot tell, never that there is no zone', async (_, mix) => {
    const [lng, lat] = mix(inside(1, 1)) as Pair
    const answer = await api.app.inject(`/api/check?lng=${lng}&lat=${lat}`)
    if (answer.statusCode === 200) expect(answer.json<{ result: string }>().result).toBe('unknown')
    else expect([400, 422]).toContain(answer.statusCode)
  })
})
