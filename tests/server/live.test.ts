import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLive } from '../../server/live/create-live.ts'
import type { Live, LiveChange } from '../../server/live/live.ts'
import { appendEvent } from '../../server/store/events.ts'
import type { Store } from '../../server/store/connect.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { caughtUp, eventually, importPlace, inside, lift, loadGround, publish } from './live-fixture.ts'
import { COUNTY, restOf, units, village } from './zones-fixture.ts'

describe.each(ENGINES)('the live picture on the %s engine', (engine) => {
  let store: Store
  let live: Live
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadGround(store)
    await publish(store, 'precaution', restOf(COUNTY))
    live = await createLive(store)
  })
  afterAll(async () => {
    await live.close()
    await store.close()
  })

  it('holds what was in force at the start, exactly as it is stored', async () => {
    const [zone] = live.zones('public')
    expect(zone).toMatchObject({
      id: '990101-P-0001',
      version: 1,
      kind: 'precaution',
      audience: 'public',
      people: 3200,
      nameEn: null,
    })
    expect(zone!.since).toBe(zone!.versionSince)
    expect(live.zonesAt(...inside(1, 1), 'public').map(({ id }) => id)).toEqual(['990101-P-0001'])
    expect(live.zonesAt(...zone!.labelAt, 'public')).toHaveLength(1)
    expect(live.checkpoints().map(({ state }) => state)).toEqual(['staffed', 'planned', 'withdrawn'])
    expect(live.inDistrict(...inside(0, 0))).toBe(true)
    expect(live.inDistrict(100, 34.5)).toBe(false)
  })

  it('puts all zones of one transaction in force in one step', async () => {
    const changes: LiveChange[] = []
    const seen: string[] = []
    const faulty = live.subscribe(() => {
      throw new Error('a listener that fails keeps nothing from the others')
    })
    const stop = live.subscribe((change) => {
      changes.push(change)
      seen.push(
        live
          .zonesAt(...inside(1, 1), 'public')
          .map(({ id, version }) => `${id}.${version}`)
          .join(' '),
      )
    })
    const id = await publish(store, 'sealed', units(village(0, 1, 1)))
    await caughtUp(live, store)
    stop()
    faulty()
    const step = changes.find(({ zones }) => zones.length > 0)!
    expect(step.zones.map(({ before, after }) => [before?.version ?? 0, after?.id, after?.version])).toEqual([
      [0, id, 1],
      [1, '990101-P-0001', 2],
    ])
    expect(seen.at(-1)).toBe(`${id}.1`)
    expect(live.zones('public').map((zone) => zone.id)).toEqual([id, '990101-P-0001'])
    const rest = live.zone('990101-P-0001', 'public')!
    expect(Date.parse(rest.since)).toBeLessThan(Date.parse(rest.versionSince))
    await lift(store, id, 1)
    await caughtUp(live, store)
    expect(live.zone(id, 'all')).toBeUndefined()
    expect(live.zonesAt(...inside(1, 1), 'public').map(({ version }) => version)).toEqual([3])
  })

  it('keeps internal zones from the public', async () => {
    const id = await publish(store, 'sealed', units(village(0, 3, 3)), { audience: 'internal' })
    await caughtUp(live, store)
    expect(live.zone(id, 'public')).toBeUndefined()
    expect(live.zones('public').map((zone) => zone.id)).not.toContain(id)
    expect(live.zonesAt(...inside(3, 3), 'public').map((zone) => zone.kind)).not.toContain('sealed')
    expect(live.zonesAt(...inside(3, 3), 'all')[0]?.id).toBe(id)
    expect(live.liveNames('public').suggest(id)).toEqual([])
  })

  it('gives events after a number in order, from memory and from the table', async () => {
    const all = await live.eventsAfter(0)
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: live.seq() }, (_, i) => i + 1))
    expect(await live.eventsAfter(live.seq() - 2)).toEqual(all.slice(-2))
    expect(await live.eventsAfter(live.seq())).toEqual([])
  })

  it('counts, finds and draws anew after an import', async () => {
    await eventually(() => live.addresses() !== null && live.groundNames() !== null)
    expect(live.addresses()!.size).toBe(2)
    expect(live.groundNames()!.index.suggest('人民医院')[0]?.entry.name).toBe('云渡县人民医院')
    const before = await live.populationFigures()
    expect([...(before.buildings.people as Float64Array)]).toEqual([12])
    const ground = live.groundSeq()
    await importPlace(store, '第二小学')
    await caughtUp(live, store)
    expect(live.groundSeq()).toBeGreaterThan(ground)
    expect((await live.populationFigures()).places.kind).toEqual(['hospital', 'school'])
    await eventually(() => live.groundNames()!.index.suggest('第二小学').length > 0)
  })

  it('knows a county that is added, and forgets no other', async () => {
    const [lng, lat] = inside(0, 0)
    expect([live.inDistrict(lng, lat), live.inDistrict(lng + 1, lat)]).toEqual([true, false])
    await sql`insert into areas (code, level, parent_code, name, geom, source, source_id, as_of)
      select '990201000000', level, null, '东邻县', ST_Translate(geom, 1, 0), source, 'east', as_of
      from areas where parent_code is null`.execute(store.db)
    await importPlace(store, '东邻小学')
    await caughtUp(live, store)
    expect([live.inDistrict(lng, lat), live.inDistrict(lng + 1, lat)]).toEqual([true, true])
  })

  it('stays current without being told, and says so', async () => {
    const before = live.asOf()
    await store.db
      .transaction()
      .execute((trx) =>
        appendEvent(trx, {
          noun: 'tests',
          verb: 'noted',
          subject: 'quiet',
          actor: 'system',
          public: true,
          payload: {},
        }),
      )
    await caughtUp(live, store)
    expect(live.asOf().getTime()).toBeGreaterThan(before.getTime())
  })

  it('reads a second picture to the same state as the first', async () => {
    const other = await createLive(store)
    expect(other.zones('all')).toEqual(live.zones('all'))
    expect(other.seq()).toBe(live.seq())
    await other.close()
  })

  it('answers on, and grows old, while the database is away', async () => {
    const faults: unknown[] = []
    let away = false
    const gone = new Proxy(store.db, {
      get: (db, name) => {
        if (away) throw new Error('connection refused')
        const value: unknown = Reflect.get(db, name, db)
        return typeof value === 'function' ? value.bind(db) : value
      },
    })
    const cut = await createLive({ ...store, db: gone }, { pollMs: 20, onFault: (fault) => faults.push(fault) })
    await eventually(() => cut.groundNames() !== null && cut.addresses() !== null)
    away = true
    await eventually(() => faults.length > 0)
    const asOf = cut.asOf()
    await inTransaction(store, (trx) =>
      appendEvent(trx, { noun: 'tests', verb: 'noted', subject: 'away', actor: 'system', public: true, payload: {} }),
    )
    const known = faults.length
    await eventually(() => faults.length > known + 2)
    expect(cut.asOf()).toEqual(asOf)
    expect(cut.seq()).toBeLessThan(live.seq() + 1)
    expect(cut.zonesAt(...inside(1, 1), 'public')).toHaveLength(1)
    away = false
    await caughtUp(cut, store)
    expect(cut.asOf().getTime()).toBeGreaterThan(asOf.getTime())
    await cut.close()
  })
})
