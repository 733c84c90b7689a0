import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '#shared/schema/zone.ts'
import { publishUrgent } from '../../server/domain/zones-publish-urgent.ts'
import { feedEvents } from '../../server/live/event-feed.ts'
import { createEventHub } from '../../server/live/event-hub.ts'
import { connectStore, type Store } from '../../server/store/connect.ts'
import { appendEvent, eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { openApiOver, type TestApi } from '../support/api.ts'
import { rounds } from '../support/rounds.ts'
import { createServerDatabase } from '../support/databases.ts'
import { caughtUp, eventually, inside, lift, loadGround, publish } from './live-fixture.ts'
import { draftIn } from './publish-approved.ts'
import { actor, block, content, drawn, units, village, zoneDepsOf } from './zones-fixture.ts'

// of each of 8 writers; one in 20 rolls back
const WRITES = rounds(2_500, 50)
const LISTEN_KILLS = rounds(100, 4)

// Two server processes' worth of stores, pictures and apps on one database.
describe('two servers on one database', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  let stores: Store[]
  let apis: TestApi[]
  let planner: { cookie: string }
  beforeAll(async () => {
    database = await createServerDatabase()
    // a connection for each of the 8 writers of a server: who waits longer than five seconds for one is told 503
    const open = () => connectStore({ databaseUrl: database.url, dataDir: '', poolSize: 10, statementTimeoutMs: 60_000 })
    stores = [await open(), await open()]
    await loadGround(stores[0]!)
    apis = [await openApiOver(stores[0]!), await openApiOver(stores[1]!)]
    planner = await apis[0]!.signIn(['drafter', 'publisher'])
  })
  afterAll(async () => {
    for (const api of apis) await api.close()
    await database.drop()
  })
  const app = (n: number) => apis[n % 2]!.app

  it('F22: let exactly one of 16 writers win each revision of a draft, and tell the others which is current', async () => {
    const made = await app(0).inject({ method: 'POST', url: '/api/zones', headers: planner, payload: { kind: 'sealed', content: content(drawn(block(0, 0, 1, 1))) } })
    const { zone_id: id } = made.json<Draft>()
    const url = `/api/zones/${id}/draft`
    const wins = new Map<string, number>()
    await Promise.all(Array.from({ length: 16 }, async (_, client) => {
      let tag = String(made.headers.etag)
      for (let n = 0; n < rounds(125, 12); n++) {
        const payload = content(drawn(block(0, 0, 1, 1)), { name: `${client} ${n}` })
        const save = () => app(client).inject({ method: 'PUT', url, headers: { ...planner, 'if-match': tag }, payload })
        let answer = await save()
        while (answer.statusCode === 503) answer = await save() // too many wait already; nothing was changed
        expect([200, 412]).toContain(answer.statusCode)
        if (answer.statusCode === 200) wins.set(tag, (wins.get(tag) ?? 0) + 1)
        else expect(answer.json<{ detail: string }>().detail).toContain(`${id}.d`)
        tag = String(answer.statusCode === 200 ? answer.headers.etag : (await app(client).inject({ url, headers: planner })).headers.etag)
      }
    }))
    expect([...wins.values()].every((count) => count === 1)).toBe(true)
    const last = (await app(1).inject({ url, headers: planner })).json<Draft>()
    expect(last.revision).toBe(wins.size + 1)
    expect((await app(0).inject({ method: 'PUT', url, headers: planner, payload: content(drawn(block(0, 0, 1, 1))) })).statusCode).toBe(428)
  }, 240_000)

  it('F23: take no forbidden step when publishing, lifting and editing of one zone race', async () => {
    const deps = zoneDepsOf(stores[0]!)
    for (let round = 0; round < rounds(1_000, 12); round++) {
      const { zoneId: id, ...draft } = await draftIn(deps, 'draft', units(village(0, 1, round % 4)))
      await publishUrgent(deps, actor(), id, draft.tag, { hash: draft.hash, reason: '危及生命' })
      const tag = `"${id}.1"`
      const race = await Promise.all([
        lift(stores[0]!, id, 1).then(() => 200, () => 409),
        lift(stores[1]!, id, 1).then(() => 200, () => 409),
        app(0).inject({ method: 'POST', url: `/api/zones/${id}/draft`, headers: planner }).then(({ statusCode }) => statusCode),
        app(1).inject({ method: 'POST', url: `/api/zones/${id}/draft`, headers: planner }).then(({ statusCode }) => statusCode),
        app(1).inject({ method: 'POST', url: `/api/zones/${id}/publish`, headers: { ...planner, 'if-match': tag } }).then(({ statusCode }) => statusCode),
      ])
      expect(race.slice(0, 2).filter((status) => status === 200)).toHaveLength(1)
      expect(race.slice(2, 4).filter((status) => status === 201).length).toBeLessThanOrEqual(1)
      expect([404, 409, 412]).toContain(race[4])
    }
    for (const n of [0, 1]) await caughtUp(apis[n]!.live, stores[n]!)
    expect(apis[0]!.live.zones('all')).toEqual(apis[1]!.live.zones('all'))
  }, 240_000)

  it('F24: answer through one what was published through the other within the promise of a second', async () => {
    const [lng, lat] = inside(3, 3)
    const check = (n: number) => app(n).inject(`/api/check?lng=${lng}&lat=${lat}`).then((answer) => answer.json<{ result: string }>().result)
    for (let round = 0; round < rounds(50, 1); round++) {
      const id = await publish(stores[0]!, 'sealed', units(village(0, 3, 3)))
      await eventually(async () => (await check(1)) === 'in_zone', 3_000)
      await lift(stores[1]!, id, 1)
      await eventually(async () => (await check(0)) === 'not_in_zone', 3_000)
    }
  }, 240_000)

  it('F28, F29, F31: give every reader every event once and in order, while writers roll back and LISTEN is killed', async () => {
    const from = await lastEventSeq(stores[0]!.db)
    await caughtUp(apis[0]!.live, stores[0]!)
    const hub = createEventHub(apis[0]!.live)
    const seen: number[][] = Array.from({ length: rounds(200, 30) }, () => [])
    let reading = true
    // each frame goes to every reader
    let last: { frame: string | Buffer; ids: number[] } = { frame: '', ids: [] }
    const idsIn = (frame: string | Buffer) => {
      if (frame !== last.frame) last = { frame, ids: [...frame.toString().matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1])) }
      return last.ids
    }
    // readers that are cut off again and again, and resume by their last id
    const readers = seen.map(async (ids) => {
      while (reading) {
        let open = true
        const stop = await feedEvents(apis[0]!.live, hub, {
          isOpen: () => open,
          push: (frame) => open && ids.push(...idsIn(frame)),
          drained: async () => {},
          end: () => void (open = false),
        }, String(ids.at(-1) ?? from), 'all')
        await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * rounds(3_000, 60)))
        open = false
        stop()
      }
    })
    const note = (store: Store, subject: string, fails: boolean) =>
      inTransaction(store, async (trx) => {
        await appendEvent(trx, { noun: 'tests', verb: 'noted', subject, actor: 'tests', public: false, payload: {} })
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 2))
        if (fails) throw new Error('roll back')
      })
    const admin = new pg.Client({ connectionString: database.url })
    await admin.connect()
    let writing = true
    let killed = 0
    const killer = (async () => {
      while (writing || killed < LISTEN_KILLS) {
        const { rowCount } = await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sanqu-listen' and datname = current_database()")
        killed += rowCount ?? 0
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    })()
    await Promise.all(Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < WRITES; n++) await note(stores[writer % 2]!, `${writer} ${n}`, n % 20 === 7).catch(() => {})
    }))
    writing = false
    await killer
    await admin.end()
    const head = await lastEventSeq(stores[0]!.db)
    expect(head).toBeGreaterThanOrEqual(from + 8 * (WRITES - Math.ceil(WRITES / 20)))
    await caughtUp(apis[0]!.live, stores[0]!)
    await new Promise((resolve) => setTimeout(resolve, 300))
    reading = false
    await Promise.all(readers)
    const expected = (await eventsAfter(stores[0]!.db, from, 100_000)).map(({ seq }) => seq)
    expect(expected).toEqual(Array.from({ length: head - from }, (_, n) => from + 1 + n))
    // as text, two hundred times as many numbers are compared in no time
    const all = expected.join()
    expect(seen.filter((ids) => ids.join() !== all)).toEqual([])
    expect(killed).toBeGreaterThanOrEqual(LISTEN_KILLS)
  }, 240_000)
})
