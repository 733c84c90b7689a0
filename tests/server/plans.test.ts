import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indexFigures } from '#shared/exposure/index-figures.ts'
import type { DraftContent, ZoneDefinition } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { carryOutDue } from '../../server/domain/plans-due.ts'
import { groundOf } from '../../server/domain/ground.ts'
import { tellPlan } from '../../server/domain/plans-cancel.ts'
import { runPlans } from '../../server/domain/plans-runner.ts'
import { readConfig } from '../../server/config.ts'
import { serve } from '../../server/serve.ts'
import { zoneTag } from '../../server/domain/version-tag.ts'
import { connectStore, type Db } from '../../server/store/connect.ts'
import { insertPlan } from '../../server/store/plans.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { insertZone } from '../../server/store/zones.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { createServerDatabase, ENGINES } from '../support/databases.ts'
import { caughtUp, eventually, inside, lift, loadGround, publish } from './live-fixture.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, content, LIFT, loadCounty, restOf, TOWNSHIPS, units, village, zoneDepsOf } from './zones-fixture.ts'

const FIGURES = async () => indexFigures({ sources: [], buildings: { lng: [], lat: [], west: [], south: [], east: [], north: [], people: [], households: [], source: [] }, cells: { west: [], south: [], east: [], north: [], people: [], households: [], source: [] }, places: { lng: [], lat: [], kind: [], id: [] } })
const HOUR = 3_600_000

describe.each(ENGINES)('planned starts and ends on the %s engine', (engine) => {
  let api: TestApi
  let post: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadGround)
    post = await api.signIn(['drafter', 'publisher'])
  })
  afterAll(() => api.close())

  const clock = async (db: Db = api.store.db) => (await sql<{ at: string }>`select clock_timestamp() as at`.execute(db)).rows[0]!.at
  const inMs = async (ms: number, db?: Db) => new Date(Date.parse(await clock(db)) + ms).toISOString()
  const plan = async (kind: ZoneKind, definition: ZoneDefinition, more: Partial<DraftContent>) => {
    const deps = { ...zoneDepsOf(api.store), now: () => new Date() }
    const { zone_id: zoneId } = await createZone(deps, actor(), { kind, content: content(definition, more) })
    return publishApproved(deps, zoneId, 1)
  }
  /** Plans as they were made some time ago: `dueMs` from now, or before now for what the server slept through. */
  const planAgo = (list: { kind: ZoneKind; definition: ZoneDefinition; more?: Partial<DraftContent> }[], dueMs: number) =>
    inTransaction(api.store, async (trx) => {
      const dueAt = await inMs(dueMs, trx)
      const ids: string[] = []
      for (const { kind, definition, more } of list) {
        const ground = await groundOf(trx, kind, definition)
        if (!ground.ok) throw new Error(ground.problem)
        const zoneId = await insertZone(trx, '990101', kind)
        const start = { zoneId, action: 'start', dueAt, by: '区划岗 planner' } as const
        const id = await insertPlan(trx, { ...start, content: content(definition, more), geometry: ground.geometry, basedOn: null, editors: [] })
        await tellPlan(trx, 'made', { ...start, id }, start.by)
        ids.push(zoneId)
      }
      return { dueAt, ids }
    })
  const get = async (url: string, headers = {}) => (await api.app.inject({ url, headers })).json()
  const check = (at: [number, number], query = '', headers = {}) => get(`/api/check?lng=${at[0]}&lat=${at[1]}${query}`, headers)
  const due = () => carryOutDue({ store: api.store }, FIGURES)
  const planned = async () => ((await get('/api/plans', post)) as { items: { id: number; zone_id: string; action: string; failed: unknown }[] }).items
  const periods = async (zoneId: string) =>
    (await sql<{ from: string; to: string | null; recorded: string; ended_by: string | null }>`
      select lower(valid) as from, upper(valid) as to, lower(recorded) as recorded, ended_by from zone_periods
      where zone_id = ${zoneId} and upper_inf(recorded) order by lower(valid)`.execute(api.store.db)).rows

  it('keep a version under embargo until its instant: nothing public says a word of it', async () => {
    const seq = api.live.seq()
    const zone = await plan('sealed', units(village(0, 3, 3)), { starts_at: await inMs(HOUR) })
    expect(zone).toMatchObject({ state: 'planned', version: 1, previous_version: null, people: 100 })
    await caughtUp(api.live, api.store)
    expect(await check(inside(3, 3))).toMatchObject({ result: 'not_in_zone' })
    expect((await check(inside(3, 3), '', post)).result).toBe('not_in_zone')
    for (const url of ['/api/zones', '/api/status', '/api/search?q=示范封控区', `/api/zones/${zone.id}`]) expect(JSON.stringify(await get(url))).not.toContain(`"${zone.id}"`)
    expect((await api.app.inject({ url: '/api/plans' })).statusCode).toBe(401)
    const events = (await api.live.eventsAfter(seq)).filter((event) => event.public)
    expect(events).toEqual([])
    expect(await planned()).toMatchObject([{ zone_id: zone.id, action: 'start', failed: null }])
    const later = await check(inside(3, 3), `&at=${await inMs(2 * HOUR)}`, post)
    expect(later).toMatchObject({ result: 'in_zone', planned: true, zone: { id: zone.id } })
    expect(await check(inside(3, 3), `&at=${await inMs(HOUR / 2)}`, post)).toMatchObject({ result: 'not_in_zone', planned: true })
    expect(await check(inside(3, 3), `&at=${await inMs(2 * HOUR)}`)).toMatchObject({ code: 'at_in_future' })
    expect(await periods(zone.id)).toEqual([]) // looking ahead leaves nothing behind

    const cancel = (tag: string) => api.app.inject({ method: 'DELETE', url: `/api/zones/${zone.id}/planned-start`, headers: { ...post, 'if-match': `"${tag}"` } })
    expect((await cancel(`${zone.id}.p999`)).statusCode).toBe(412)
    const [open] = await planned()
    expect((await cancel(`${zone.id}.p${open!.id}`)).statusCode).toBe(204)
    expect((await get(`/api/zones/${zone.id}/draft`, post)).content.starts_at).toBe(zone.since)
    expect(await planned()).toEqual([])
  })

  it('take effect by themselves at their instant, in picture and stream, with their followers', async () => {
    const rest = await publish(api.store, 'precaution', restOf(TOWNSHIPS[0]))
    const runner = runPlans({ store: api.store }, FIGURES, (error) => { throw error })
    const unsubscribe = api.live.subscribe(({ events }) => events.some((event) => event.noun === 'plans') && runner.wake())
    const end = { at: await inMs(6000), ...LIFT }
    const { dueAt: at, ids: zones } = await planAgo([
      { kind: 'sealed', definition: units(village(0, 0, 0)), more: { planned_end: end } }, { kind: 'sealed', definition: units(village(0, 0, 1)) },
    ], 1000)
    await eventually(() => zones.every((id) => api.live.zone(id, 'public') !== undefined))
    expect(Date.parse(await clock()) - Date.parse(at)).toBeGreaterThanOrEqual(0)
    for (const id of zones) expect((await periods(id))[0]).toMatchObject({ from: at })
    const follower = await periods(rest)
    expect(follower).toHaveLength(2) // both starts followed at once, at their instant
    expect(follower[1]).toMatchObject({ from: at, to: null })
    await eventually(() => api.live.zone(zones[0]!, 'public') === undefined)
    const [ended] = await periods(zones[0]!)
    expect(ended).toMatchObject({ from: at, to: end.at, ended_by: 'lifted' })
    const { items } = (await get(`/api/zones/${zones[0]!}/versions`, post)) as { items: { periods: { end_note: unknown }[] }[] }
    expect(items[0]!.periods.at(-1)!.end_note).toMatchObject({ reason: LIFT.reason, authority: LIFT.authority, legal_basis: LIFT.legal_basis })
    expect(await check(inside(0, 0))).toMatchObject({ result: 'in_zone', zone: { id: rest } })
    expect(await planned()).toEqual([])
    unsubscribe()
    await runner.stop()
    await lift(api.store, zones[1]!, 1)
  })

  it('are caught up with after a sleep: they hold from their instant, and are recorded when they were', async () => {
    const end = await inMs(700) // later than the change before: what is known of the time since never changes
    const { dueAt: start, ids: [zoneId] } = await planAgo([{ kind: 'controlled', definition: units(village(1, 0, 0)), more: { planned_end: { at: end, ...LIFT } } }], 20)
    const zone = { id: zoneId! }
    await new Promise((resolve) => setTimeout(resolve, 900)) // asleep
    const woke = await clock()
    await due()
    const [period, ...others] = await periods(zone.id)
    expect(others).toEqual([])
    expect(period).toMatchObject({ from: start, to: end, ended_by: 'lifted' })
    expect(period!.recorded >= woke.slice(0, 23)).toBe(true)
    await caughtUp(api.live, api.store)
    expect(api.live.zone(zone.id, 'all')).toBeUndefined()
    const between = new Date((Date.parse(start) + Date.parse(end)) / 2).toISOString()
    expect(await check([109.5455, 34.5055], `&at=${between}`)).toMatchObject({ result: 'in_zone', zone: { id: zone.id } })
  })

  it('end a zone in force by a decision made beforehand, which may be replaced or cancelled until then', async () => {
    const zoneId = await publish(api.store, 'sealed', units(village(1, 2, 2)))
    const put = async (at: string, tag = zoneTag({ zoneId, version: 1 })) =>
      api.app.inject({ method: 'PUT', url: `/api/zones/${zoneId}/planned-end`, headers: { ...post, 'if-match': `"${tag}"` }, payload: { at, ...LIFT } })
    expect((await put('2020-01-01T00:00:00Z')).json().code).toBe('planned_end_past')
    expect((await put(await inMs(HOUR), `${zoneId}.7`)).statusCode).toBe(412)
    expect((await put(await inMs(HOUR))).json()).toMatchObject({ planned_end: { reason: LIFT.reason } })
    expect((await put(await inMs(2 * HOUR))).statusCode).toBe(200)
    await caughtUp(api.live, api.store)
    expect(JSON.stringify(await get(`/api/zones/${zoneId}`))).not.toContain('planned_end')
    const plans = await planned()
    expect(plans).toMatchObject([{ zone_id: zoneId, action: 'end' }])
    const ahead = await get(`/api/zones?audience=all&at=${await inMs(3 * HOUR)}`, post)
    expect(ahead.planned).toBe(true)
    expect(ahead.features.map((feature: { id: string }) => feature.id)).not.toContain(zoneId)
    const gone = await api.app.inject({ method: 'DELETE', url: `/api/zones/${zoneId}/planned-end`, headers: { ...post, 'if-match': `"${zoneId}.p${plans[0]!.id}"` } })
    expect(gone.statusCode).toBe(204)
    expect((await put(await inMs(1500))).statusCode).toBe(200)
    await eventually(async () => (await due()) === null)
    expect((await periods(zoneId))[0]).toMatchObject({ ended_by: 'lifted' })
  })

  it('fail closed and say why when their ground is gone, and the others go on', async () => {
    await publish(api.store, 'precaution', restOf(TOWNSHIPS[1]))
    const { ids } = await planAgo([
      { kind: 'sealed', definition: units(village(1, 3, 0)) }, { kind: 'precaution', definition: restOf(TOWNSHIPS[1]) },
    ], -10)
    const [good, bad] = ids.map((id) => ({ id })) as [{ id: string }, { id: string }]
    await due()
    expect((await periods(good.id))[0]).toMatchObject({ from: expect.any(String), to: null })
    expect(await periods(bad.id)).toEqual([])
    const [failed] = await planned()
    expect(failed).toMatchObject({ zone_id: bad.id, failed: { code: 'overlapping_rest', detail: expect.stringContaining('已由') } })
  })

  it('are dropped with a lift, and refused where they contradict each other', async () => {
    const zoneId = await publish(api.store, 'sealed', units(village(1, 1, 1)))
    const put = async (at: string) =>
      api.app.inject({ method: 'PUT', url: `/api/zones/${zoneId}/planned-end`, headers: { ...post, 'if-match': `"${zoneId}.1"` }, payload: { at, ...LIFT } })
    await put(await inMs(HOUR))
    await lift(api.store, zoneId, 1)
    expect((await planned()).filter((one) => one.zone_id === zoneId)).toEqual([])
    await expect(plan('sealed', units(village(1, 1, 2)), { planned_end: { at: '2020-01-01T00:00:00Z', ...LIFT } })).rejects.toMatchObject({ code: 'planned_end_past' })
    await expect(plan('sealed', units(village(1, 1, 2)), { starts_at: '2040-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'review_by_before_start' })
  })

  it.each([
    sql`update zone_plans set due_at = now()`,
    sql`update zone_plans set outcome = 'done'`,
    sql`delete from zone_plans`,
    sql`truncate zone_plans`,
  ])('are never rewritten: statement %#', async (statement) => {
    await expect(statement.execute(api.store.db)).rejects.toThrow(/never changed or removed|only ever closed|outcome/)
  })
})

describe('planned starts with several server processes', () => {
  it('take effect once, whoever comes first', async () => {
    const { url, drop } = await createServerDatabase()
    const open = () => connectStore({ databaseUrl: url, dataDir: '', poolSize: 4, statementTimeoutMs: 60_000 })
    const stores = await Promise.all([open(), open(), open()])
    const [{ db }] = stores
    await loadCounty(stores[0])
    const zoneIds = await inTransaction(stores[0], async (trx) => {
      const ids: string[] = []
      for (let i = 0; i < 8; i++) {
        const definition = units(village(0, i % 4, Math.floor(i / 4)))
        const ground = await groundOf(trx, 'sealed', definition)
        if (!ground.ok) throw new Error(ground.problem)
        const zoneId = await insertZone(trx, '990101', 'sealed')
        const dueAt = new Date(Date.now() - 10_000 + i * 10).toISOString()
        await insertPlan(trx, { zoneId, action: 'start', dueAt, by: 'planner', content: content(definition), geometry: ground.geometry, basedOn: null, editors: [] })
        ids.push(zoneId)
      }
      return ids
    })
    await Promise.all(stores.map((store) => carryOutDue({ store }, FIGURES)))
    const versions = await db.selectFrom('zone_versions').select(['zone_id', 'version']).orderBy('zone_id').execute()
    expect(versions).toEqual(zoneIds.map((zone_id) => ({ zone_id, version: 1 })))
    const events = await db.selectFrom('events').select('subject').where('noun', '=', 'zones').orderBy('seq').execute()
    expect(events.map((event) => event.subject)).toEqual(zoneIds)
    await Promise.all(stores.map((store) => store.close()))
    await drop()
  })

  it('are caught up with before a restarted server answers, and carried out at their time by one of two', async () => {
    const { url, drop } = await createServerDatabase()
    const store = await connectStore({ databaseUrl: url, dataDir: '', poolSize: 4, statementTimeoutMs: 60_000 })
    await loadCounty(store)
    const planned = (cell: string, dueAt: string) =>
      inTransaction(store, async (trx) => {
        const definition = units(cell)
        const ground = await groundOf(trx, 'sealed', definition)
        if (!ground.ok) throw new Error(ground.problem)
        const zoneId = await insertZone(trx, '990101', 'sealed')
        const start = { zoneId, action: 'start', dueAt, by: 'planner' } as const
        const id = await insertPlan(trx, { ...start, content: content(definition), geometry: ground.geometry, basedOn: null, editors: [] })
        await tellPlan(trx, 'made', { ...start, id }, start.by)
        return zoneId
      })
    const slept = await planned(village(0, 0, 0), new Date(Date.now() - 60_000).toISOString())
    const config = readConfig({ DATABASE_URL: url, DEMO: 'false', PORT: '0', LOG_LEVEL: 'silent' })
    const servers = [await serve(config), await serve(config)]
    const listed = async (server: { url: string }) =>
      ((await (await fetch(`${server.url}/api/zones`)).json()) as { features: { id: string }[] }).features.map(({ id }) => id)
    expect(await listed(servers[0]!)).toEqual([slept])
    const coming = await planned(village(0, 1, 0), new Date(Date.now() + 1000).toISOString())
    for (const server of servers) await eventually(async () => (await listed(server)).includes(coming))
    const versions = await store.db.selectFrom('zone_versions').select('zone_id').orderBy('zone_id').execute()
    expect(versions.map(({ zone_id }) => zone_id)).toEqual([slept, coming])
    await Promise.all(servers.map((server) => server.close()))
    await store.close()
    await drop()
  })
})
