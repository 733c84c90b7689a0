import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Evidence } from '#shared/schema/evidence.ts'
import type { WhatIf, ZoneReadiness } from '#shared/schema/readiness.ts'
import type { Role } from '#shared/schema/vocabulary.ts'
import { dateOfDay, dayOfMoment } from '#shared/rules/shanghai-day.ts'
import { eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { inside, lift, publish } from './live-fixture.ts'
import { loadCounty, restOf, TOWNSHIPS, units, village } from './zones-fixture.ts'

/** The day so many days before today, in Asia/Shanghai. */
const ago = (days: number) => dateOfDay(dayOfMoment(new Date()) - days)
const ROUND = { type: 'round', expected: 100, sampled: 100, negative: 100, positive: 0 }

describe.each(ENGINES)('evidence and readiness on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  let [sealed, controlled, rest] = ['', '', '']
  beforeAll(async () => {
    api = await openTestApi(engine, async (store) => {
      await loadCounty(store)
      sealed = await publish(store, 'sealed', units(village(0, 0, 0)), { rule_pack: 'ten-2022-12' })
      controlled = await publish(store, 'controlled', units(village(0, 1, 0)))
      rest = await publish(store, 'precaution', restOf(TOWNSHIPS[0]))
    })
    planner = await api.signIn(['drafter'])
  })
  afterAll(() => api.close())

  const enter = (zone: string, payload: object, headers: object = planner) =>
    api.app.inject({ method: 'POST', url: `/api/zones/${zone}/evidence`, headers: { ...headers }, payload })
  const get = (url: string, headers: object = planner) => api.app.inject({ url, headers: { ...headers } })
  const ready = async (zone: string, query = '') => (await get(`/api/zones/${zone}/readiness${query}`)).json<ZoneReadiness>()
  const withdraw = (zone: string, id: number, reason = '误登') =>
    api.app.inject({ method: 'POST', url: `/api/zones/${zone}/evidence/${id}/withdraw`, headers: { ...planner }, payload: { reason } })

  it('judges a zone by what is entered, and restarts the clock with a new infection', async () => {
    expect((await ready(sealed)).readiness).toMatchObject({ status: 'evidence_missing', clock: null, earliest: null })
    await enter(sealed, { type: 'infection', on: ago(5), count: 2 })
    expect((await ready(sealed)).readiness).toMatchObject({ status: 'ready', clock: ago(5), days_left: 0, target: { id: 'lifted' } })
    await enter(sealed, { type: 'infection', on: ago(1), count: 1 })
    expect((await ready(sealed)).readiness).toMatchObject({ status: 'not_ready', clock: ago(1), restarts: [ago(1)], earliest: ago(-4), days_left: 4 })
    const inFiveDays = new Date(Date.now() + 5 * 86_400_000).toISOString()
    expect((await ready(sealed, `?at=${inFiveDays}`)).readiness.status).toBe('ready')
    expect((await get(`/api/zones/${sealed}`)).json()).toMatchObject({ state: 'in_force' }) // ready is no lift
  })

  it('keeps every entry: a correction is a new one, and what is taken back stays readable', async () => {
    const wrong = (await enter(sealed, { type: 'infection', on: ago(0), count: 9 })).json<Evidence>()
    const right = (await enter(sealed, { type: 'infection', on: ago(3), count: 9, corrects: wrong.id, note: '报告日期有误' })).json<Evidence>()
    expect(right).toMatchObject({ corrects: wrong.id, note: '报告日期有误', withdrawn: false })
    expect((await ready(sealed)).readiness.clock).toBe(ago(1))
    expect((await enter(sealed, { type: 'infection', on: ago(2), count: 9, corrects: wrong.id })).json()).toMatchObject({ status: 409, code: 'evidence_corrected' })
    expect((await enter(sealed, { type: 'clearance', on: ago(2), corrects: right.id })).json()).toMatchObject({ status: 422, code: 'evidence_type_differs' })
    expect((await withdraw(sealed, right.id)).statusCode).toBe(201)
    expect((await withdraw(sealed, right.id)).json()).toMatchObject({ status: 409, code: 'evidence_corrected' })
    const page = (await get(`/api/zones/${sealed}/evidence?limit=2`)).json<{ items: Evidence[]; next: string }>()
    expect(page.items.map(({ withdrawn, corrects }) => [withdrawn, corrects])).toEqual([[true, right.id], [false, wrong.id]])
    const older = (await get(`/api/zones/${sealed}/evidence?limit=50&cursor=${page.next}`)).json<{ items: Evidence[]; next: null }>()
    expect([older.items.length, older.next]).toEqual([3, null])
    for (const change of [sql`update zone_evidence set count = 1`, sql`delete from zone_evidence`, sql`truncate zone_evidence`])
      await expect(change.execute(api.store.db)).rejects.toThrow('never changed or removed')
  })

  it('answers for a moment with what had been entered by then', async () => {
    const before = new Date().toISOString()
    const zone = await publish(api.store, 'sealed', units(village(1, 0, 0)), { rule_pack: 'ten-2022-12' })
    expect((await get(`/api/zones/${zone}/readiness?at=${before}`)).statusCode).toBe(404)
    const inForce = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await enter(zone, { type: 'infection', on: ago(9), count: 1 })
    expect((await ready(zone, `?at=${inForce}`)).readiness.status).toBe('evidence_missing')
    expect((await ready(zone)).readiness.status).toBe('ready')
    await lift(api.store, zone, 1)
    expect((await enter(zone, { type: 'clearance', on: ago(0) })).json()).toMatchObject({ status: 409, code: 'not_in_force' })
  })

  it('raises the alarm for a positive in a controlled zone until a decision is entered', async () => {
    const seq = await lastEventSeq(api.store.db)
    await enter(controlled, { ...ROUND, on: ago(0), negative: 99, positive: 1 })
    const told = (await eventsAfter(api.store.db, seq, 10)).map(({ noun, verb, subject, public: open, payload }) => [noun, verb, subject, open, payload])
    expect(told).toMatchObject([
      ['evidence', 'entered', controlled, false, { type: 'round' }],
      ['evidence', 'alarm', controlled, false, { type: 'round' }],
    ])
    expect((await ready(controlled)).readiness).toMatchObject({ status: 'not_ready', alarm: { action: 'seal', on: ago(0) }, clock: ago(0) })
    expect((await enter(controlled, { type: 'alarm_answer', on: ago(0) })).statusCode).toBe(400)
    await enter(controlled, { type: 'alarm_answer', on: ago(0), note: '3 号楼已划为封控区' })
    expect((await ready(controlled)).readiness.alarm).toBeNull()
  })

  it('holds a precaution zone back while stricter zones of its area are in force', async () => {
    const { readiness } = await ready(rest)
    expect(readiness).toMatchObject({ status: 'not_ready', clauses: [{ type: 'stricter_lifted', numbers: { count: 2 } }] })
    const list = (await get('/api/readiness')).json<{ items: ZoneReadiness[] }>().items
    expect(list.map(({ zone_id }) => zone_id)).toEqual([controlled, rest, sealed].sort())
  })

  it('says what another pack would change and why, and changes nothing', async () => {
    const seq = await lastEventSeq(api.store.db)
    const response = await api.app.inject({ method: 'POST', url: '/api/rules/twenty-2022-11/what-if', headers: { ...planner } })
    const answer = response.json<WhatIf>()
    const of = (zone: string) => answer.changes.find(({ zone_id }) => zone_id === zone)
    expect(of(controlled)).toMatchObject({ changed: ['level', 'target', 'status'], proposed: { status: 'no_rule', reason: 'level_absent' } })
    expect(of(sealed)?.changed).toEqual(['target'])
    expect(of(sealed)?.why.map(({ en }) => en)).toEqual(['Leads to: Lifted → Low risk', 'Asked too: Full negative round on day 5'])
    expect([answer.pack, answer.unchanged + answer.changes.length]).toEqual(['twenty-2022-11', 3])
    expect((await get(`/api/zones/${sealed}`)).json()).toMatchObject({ rule_pack: 'ten-2022-12', version: 1 })
    expect(await lastEventSeq(api.store.db)).toBe(seq)
  })

  it('counts what another pack would change to any day, with what had been entered by then', async () => {
    const ask = async (at: string) => {
      const url = `/api/rules/ten-2022-12/what-if?at=${encodeURIComponent(at)}`
      return api.app.inject({ method: 'POST', url, headers: { ...planner } })
    }
    const zoneId = await publish(api.store, 'sealed', units(village(0, 3, 3)), { rule_pack: 'three-zones-2021' })
    expect((await enter(zoneId, { type: 'infection', on: ago(0), count: 1 })).statusCode).toBe(201)
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const proposed = async (at: string) => (await ask(at)).json<WhatIf>().changes.find(({ zone_id }) => zone_id === zoneId)?.proposed
    expect(await proposed(inDays(0))).toMatchObject({ status: 'not_ready', days_left: 5 })
    expect(await proposed(inDays(5))).toMatchObject({ status: 'ready', days_left: 0 })
    expect((await ask('2000-01-01T00:00:00Z')).json()).toMatchObject({ at: '2000-01-01T00:00:00.000Z', changes: [], unchanged: 0 })
    expect((await ask('2026-06-30T23:59:60Z')).json()).toMatchObject({ status: 422, code: 'bad_moment' })
  })

  it('refuses what cannot be, in words', async () => {
    const refused = async (payload: object) => (await enter(sealed, payload)).json<{ code: string }>().code
    expect(await refused({ type: 'infection', on: ago(-1), count: 1 })).toBe('evidence_in_future')
    expect(await refused({ ...ROUND, on: ago(0), sampled: 50 })).toBe('evidence_round_sums')
    expect(await refused({ type: 'clearance', on: ago(0), corrects: 999_999 })).toBe('evidence_unknown')
    expect(await refused({ type: 'clearance', on: ago(0), note: 'a\u0000b' })).toBe('unusable_text')
    for (const wrong of [{ type: 'infection', on: ago(0), count: 0 }, { type: 'person', on: ago(0) }, { type: 'contact', on: ago(0), name: '张' }, { type: 'contact', on: '2022-02-30' }])
      expect((await enter(sealed, wrong)).statusCode).toBe(400)
    expect((await enter('990101-S-0099', { type: 'clearance', on: ago(0) })).statusCode).toBe(404)
    expect((await api.app.inject({ method: 'POST', url: '/api/rules/none/what-if', headers: { ...planner } })).statusCode).toBe(404)
  })

  it('never leaves the posts concerned, and keeps each to its area', async () => {
    const urls = [`/api/zones/${sealed}/evidence`, `/api/zones/${sealed}/readiness`, '/api/readiness']
    for (const url of urls) expect((await get(url, {})).statusCode).toBe(401)
    const all: Role[] = ['drafter', 'reviewer', 'publisher', 'viewer', 'auditor', 'administrator', 'neighbour', 'gate_officer']
    for (const role of all) {
      const headers = await api.signIn([role])
      const mayRead = !['neighbour', 'gate_officer'].includes(role)
      for (const url of urls) expect((await get(url, headers)).statusCode, role).toBe(mayRead ? 200 : 403)
      const mayWrite = ['drafter', 'reviewer', 'publisher'].includes(role)
      expect((await enter(sealed, { type: 'no_contact', on: ago(0) }, headers)).statusCode, role).toBe(mayWrite ? 201 : 403)
    }
    const elsewhere = await api.signIn(['drafter'], TOWNSHIPS[1])
    expect((await enter(sealed, { type: 'no_contact', on: ago(0) }, elsewhere)).json()).toMatchObject({ status: 403, code: 'outside_jurisdiction' })
    const [lng, lat] = inside(0, 0)
    expect((await get(`/api/check?lng=${lng}&lat=${lat}`, {})).body).not.toMatch(/infection|readiness|evidence/)
  })
})
