import type { MultiPolygon } from 'geojson'
import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '#shared/schema/zone.ts'
import { versionHash } from '../../server/domain/zones-hash.ts'
import { connectStore, type Store } from '../../server/store/connect.ts'
import { migrate } from '../../server/store/migrate.ts'
import { lastEventSeq } from '../../server/store/events.ts'
import { openApiOver, type TestApi } from '../support/api.ts'
import { startPostgres, type Cluster } from '../support/postgres.ts'
import { rounds } from '../support/rounds.ts'
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { caughtUp, eventually, inside, loadGround, publish } from './live-fixture.ts'
import { content, drawn, block, units, village } from './zones-fixture.ts'

const SITE = { place: '某地', on_date: '2022-03-15', cases: 1, geometry: { type: 'Point', coordinates: inside(1, 1) } }
const [lng, lat] = inside(1, 1)

const POOL = 4
const HOLE_MS = rounds(120_000, 500)
// a publication is cut after so many bytes, and so many more, …
const STEP = 900 / rounds(9, 1)

// A network of the tests' own between the server and its database.
describe('with the database away', () => {
  let cluster: Cluster
  let proxy: TcpProxy
  let api: TestApi
  let planner: { cookie: string }
  let beside: Store // past the proxy
  beforeAll(async () => {
    cluster = await startPostgres()
    const admin = new pg.Client({ connectionString: cluster.url('postgres') })
    await admin.connect()
    await admin.query('create database sanqu')
    await admin.end()
    proxy = await startTcpProxy(`${cluster.socketDir}/.s.PGSQL.5432`)
    const url = `postgresql://postgres@127.0.0.1:${proxy.port}/sanqu`
    const store = await connectStore({ databaseUrl: url, dataDir: '', poolSize: POOL, statementTimeoutMs: 2_000 })
    await migrate(store.db)
    beside = await connectStore({ databaseUrl: cluster.url('sanqu'), dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 })
    await loadGround(store)
    await publish(store, 'sealed', units(village(0, 1, 1)))
    api = await openApiOver(store, { pollMs: 200, deadlineMs: 1_000 })
    planner = await api.signIn(['drafter', 'publisher', 'reviewer'])
    await caughtUp(api.live, store)
    await api.live.figures()
    await api.app.inject({ url: '/api/session', headers: planner })
  }, 120_000)
  afterAll(async () => {
    proxy.heal()
    await api.close()
    await beside.close()
    await proxy.close()
    await cluster.stop()
  })

  afterEach(() => proxy.heal())

  const check = () => api.app.inject(`/api/check?lng=${lng}&lat=${lat}`)
  const addSite = (place: string, key: string) =>
    api.app.inject({ method: 'POST', url: '/api/sites', headers: { ...planner, 'idempotency-key': key }, payload: { ...SITE, place } })
  const sites = async (place: string) =>
    (await sql<{ n: number }>`select count(*) as n from sites where place = ${place}`.execute(api.store.db)).rows[0]!.n
  const eachOnce = async (places: string[]) => {
    const { rows } = await sql<{ place: string; n: number }>`
      select place, count(*) as n from sites where place = any(${places}) group by place`.execute(beside.db)
    expect(rows.filter(({ n }) => n !== 1)).toEqual([])
    expect(rows.map(({ place }) => place).sort()).toEqual(places.toSorted())
  }

  it('F14: goes on with checks, lists, tiles and signed-in reads, says how old they are, and refuses writes at once', async () => {
    const before = api.live.asOf().getTime()
    proxy.cut()
    const began = performance.now()
    const answers = await Promise.all([
      check(),
      api.app.inject('/api/zones'),
      api.app.inject({ url: '/api/zones?audience=all', headers: planner }),
      api.app.inject({ url: '/api/checkpoints', headers: planner }),
      api.app.inject('/tiles/zones/8/205/101.mvt'),
      api.app.inject('/livez'),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 200])
    const body = answers[0]!.json<{ result: string; data: { as_of: string } }>()
    expect(body.result).toBe('in_zone')
    expect(Date.parse(body.data.as_of)).toBeLessThanOrEqual(before + 2_000)
    const refused = await addSite('断网时', 'key-while-away')
    expect(refused.statusCode).toBe(503)
    expect(refused.json()).toMatchObject({ code: 'unavailable' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await api.app.inject('/readyz')).statusCode).toBe(503)
    expect(performance.now() - began).toBeLessThan(5_000)
    // nobody is let in to write by memory, and a cookie that was never seen is not believed
    expect((await api.app.inject({ url: '/api/zones?audience=all', headers: { cookie: 'sanqu_session=unknown' } })).statusCode).toBe(503)
    proxy.heal()
    await eventually(async () => (await addSite('断网时', 'key-while-away')).statusCode === 201)
    expect(await sites('断网时')).toBe(1)
    await eventually(async () => Date.parse((await check()).json<{ data: { as_of: string } }>().data.as_of) > before + 1)
    expect((await api.app.inject('/readyz')).statusCode).toBe(200)
  })

  it('F15: gives the one true answer where the commit arrived and its answer was lost', async () => {
    let lost = 0
    const times = rounds(500, 10)
    const places = Array.from({ length: times }, (_, n) => `提交 ${n}`)
    for (const [n, place] of places.entries()) {
      proxy.loseAnswerTo('commit')
      const first = await addSite(place, `commit-key-${n}`)
      if (first.statusCode !== 201) lost += 1
      let answer = first
      await eventually(async () => (answer = await addSite(place, `commit-key-${n}`)).statusCode === 201)
      if (first.statusCode === 201) expect(answer.body).toBe(first.body)
    }
    await eachOnce(places)
    expect(proxy.lost()).toBe(times)
    expect(lost).toBeLessThan(times)
  }, 240_000)

  it('F14: survives a line that breaks inside a transaction, between two queries', async () => {
    const head = await lastEventSeq(api.store.db)
    const writes = rounds(2_000, 12)
    const places = Array.from({ length: writes }, (_, n) => `断线 ${n}`)
    for (let from = 0; from < writes; from += POOL) {
      const all = places.slice(from, from + POOL)
      const writing = all.map((place) => addSite(place, `cut-${encodeURI(place)}`))
      await new Promise((resolve) => setTimeout(resolve, (from / POOL) % 30))
      proxy.cut()
      proxy.heal()
      for (const { statusCode } of await Promise.all(writing)) expect([201, 503]).toContain(statusCode)
      await Promise.all(all.map((place) => eventually(async () => (await addSite(place, `cut-${encodeURI(place)}`)).statusCode === 201)))
    }
    await eachOnce(places)
    expect(await lastEventSeq(api.store.db)).toBe(head + writes)
  }, 240_000)

  it('F14: loses no connection of the pool where the line breaks while one is made', async () => {
    const lost = proxy.lost()
    for (let n = 0; n <= POOL; n++) {
      proxy.cut()
      proxy.heal()
      proxy.loseAnswerTo('jit')
      await eventually(async () => (await addSite(`新连接 ${n}`, `key-while-connecting-${n}`)).statusCode === 201)
    }
    expect(proxy.lost()).toBe(lost + POOL + 1)
  }, 120_000)

  it('F16: ends requests when the database neither answers nor breaks off, and comes back by itself', async () => {
    proxy.blackhole()
    const began = performance.now()
    const [stale, write] = await Promise.all([
      api.app.inject({ url: '/api/zones?audience=all', headers: planner }),
      addSite('黑洞', 'key-in-a-black-hole'),
    ])
    expect(stale.statusCode).toBe(200)
    expect(write.statusCode).toBe(503)
    expect(performance.now() - began).toBeLessThan(15_000)
    for (const end = performance.now() + HOLE_MS; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
      expect((await check()).statusCode).toBe(200)
      expect((await api.app.inject('/readyz')).statusCode).toBe(503)
    }
    proxy.heal()
    await eventually(async () => (await addSite('黑洞', 'key-in-a-black-hole')).statusCode === 201, 60_000)
    expect(await sites('黑洞')).toBe(1)
  }, 300_000)

  it('F16: closes within seconds, though the database does not answer', async () => {
    const store = await connectStore({ databaseUrl: `postgresql://postgres@127.0.0.1:${proxy.port}/sanqu`, dataDir: '', poolSize: 2, statementTimeoutMs: 60_000 })
    await sql`select 1`.execute(store.db)
    proxy.blackhole()
    const asked = sql`select 1`.execute(store.db).catch(() => 'given up')
    const began = performance.now()
    await store.close()
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(await asked).toBe('given up')
  })

  it('F17: what a request had done when its query was given up on is never committed by the next', async () => {
    const store = await connectStore({ databaseUrl: `postgresql://postgres@127.0.0.1:${proxy.port}/sanqu`, dataDir: '', poolSize: 1, statementTimeoutMs: 100 })
    const write = (text: string) => sql`insert into given_up values (${text})`
    const written = async () => (await sql<{ text: string }>`select text from given_up order by text`.execute(beside.db)).rows.map(({ text }) => text)
    await sql`create table given_up (text text)`.execute(beside.db)
    try {
      await write('before').execute(store.db)
      // the answer to the query comes after its own deadline and that of the rollback behind it
      const refused = store.db.transaction().execute(async (trx) => {
        await write('refused').execute(trx)
        proxy.delay(5_000, 0)
        await sql`select 1`.execute(trx)
      })
      await expect(refused).rejects.toThrow()
      proxy.heal()
      await store.db.transaction().execute((trx) => write('after').execute(trx))
      expect(await written()).toEqual(['after', 'before'])
      // and the transaction whose beginning was given up on is nobody's
      proxy.delay(5_000, 0)
      await expect(store.db.transaction().execute((trx) => write('refused too').execute(trx))).rejects.toThrow()
      proxy.heal()
      await write('later').execute(store.db)
      expect(await written()).toEqual(['after', 'before', 'later'])
    } finally {
      await store.close()
      await sql`drop table given_up`.execute(beside.db)
    }
  }, 60_000)

  it('F17: a slow database makes writes slow or refuses them, never checks, and every one that it took is there once', async () => {
    proxy.delay(200, rounds(800, 100))
    const writes = Promise.all(Array.from({ length: rounds(100, 8) }, (_, n) => addSite(`慢 ${n}`, `slow-key-${n}`)))
    const times: number[] = []
    let slow = true
    void writes.finally(() => (slow = false))
    while (slow) {
      const start = performance.now()
      expect((await check()).statusCode).toBe(200)
      times.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const answers = await writes
    proxy.heal()
    for (const [n, { statusCode, json }] of answers.entries()) {
      expect([201, 503]).toContain(statusCode)
      expect(statusCode === 201 || ['unavailable', 'query_too_long'].includes(json<{ code: string }>().code)).toBe(true)
      await eventually(async () => (await addSite(`慢 ${n}`, `slow-key-${n}`)).statusCode === 201)
      expect(await sites(`慢 ${n}`)).toBe(1)
    }
    times.sort((a, b) => a - b)
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(200)
  }, 240_000)

  it('F17: a lock that nobody gives back ends in an answer, and checks do not wait for it', async () => {
    const holder = new pg.Client({ connectionString: cluster.url('sanqu') })
    await holder.connect()
    await holder.query('begin; select * from event_head for update')
    const began = performance.now()
    const writes = Array.from({ length: 20 }, (_, n) => addSite(`排队 ${n}`, `key-in-queue-${n}`))
    const times: number[] = []
    for (let n = 0; n < 50; n++) {
      const start = performance.now()
      expect((await check()).statusCode).toBe(200)
      times.push(performance.now() - start)
    }
    const answers = await Promise.all(writes)
    for (const { statusCode } of answers) expect(statusCode).toBe(503)
    // who waited for the lock, and who waited for a connection
    expect(answers.map((answer) => answer.json<{ code: string }>().code)).toContain('query_too_long')
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(times.sort((a, b) => a - b)[48]).toBeLessThan(200)
    await holder.query('rollback')
    await holder.end()
    expect((await addSite('排队之后', 'key-after-the-queue')).statusCode).toBe(201)
  }, 60_000)

  it('F18: says 503 when no connection is to be had, and answers from the picture', async () => {
    const idle = await Promise.all(Array.from({ length: 50 }, async () => {
      const client = new pg.Client({ connectionString: cluster.url('sanqu') })
      await client.connect().catch(() => {})
      return client
    }))
    proxy.cut()
    proxy.heal()
    const all = await Promise.all(Array.from({ length: rounds(500, 200) }, (_, n) => (n % 2 === 0 ? check() : addSite(`连接 ${n}`, `key-without-connection-${n}`))))
    all.forEach(({ statusCode }, n) => expect(n % 2 === 0 ? [200] : [201, 503]).toContain(statusCode))
    await Promise.all(idle.map((client) => client.end().catch(() => {})))
    await eventually(async () => (await addSite('连接之后', 'key-with-connection')).statusCode === 201)
  }, 60_000)

  it('F39: a publication cut at any point puts the whole zone in force or nothing', async () => {
    const made = await api.app.inject({ method: 'POST', url: '/api/zones', headers: planner, payload: { kind: 'controlled', content: content(drawn(block(2, 2, 3, 3))) } })
    expect(made.statusCode).toBe(201)
    const draft = made.json<Draft>()
    const { zone_id: id } = draft
    const geometry = draft.geometry as MultiPolygon
    const hash = versionHash({ zoneId: id, kind: draft.kind, version: 1, previousVersion: null, content: draft.content, geometry })
    const publishing = () => api.app.inject({
      method: 'POST', url: `/api/zones/${id}/publish-urgent`, payload: { hash, reason: '危及生命' },
      headers: { ...planner, 'if-match': String(made.headers.etag), 'idempotency-key': 'key-of-the-publication' },
    })
    const versions = () => sql<{ hash: string; geometry: MultiPolygon }>`
      select v.hash, ST_AsGeoJSON(v.geom, 7)::json as geometry from zone_versions v join zone_periods p using (zone_id, version)
      where zone_id = ${id} and upper_inf(p.recorded)`.execute(beside.db)
    let cuts = 0
    for (let bytes = 300; ; bytes += STEP) {
      proxy.cutAfter(bytes)
      const { statusCode } = await publishing()
      proxy.heal()
      const { rows } = await versions()
      for (const row of rows) expect(row).toEqual({ hash, geometry })
      expect(api.live.zone(id, 'all')?.geometry ?? geometry).toEqual(geometry)
      if (statusCode === 200) break
      expect(statusCode).toBe(503)
      cuts += 1
    }
    expect(cuts).toBeGreaterThan(3)
    expect((await versions()).rows).toEqual([{ hash, geometry }])
    await caughtUp(api.live, api.store)
    expect(api.live.zone(id, 'all')?.geometry).toEqual(geometry)
  }, 240_000)
})
