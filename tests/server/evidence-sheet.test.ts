import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { EvidenceSheet } from '#shared/schema/evidence-sheet.ts'
import { zoneDetails } from '../../server/domain/zones-details.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { caughtUp, ELSEWHERE, inside, lift, loadGround, publish } from './live-fixture.ts'
import { LIFT, units, village } from './zones-fixture.ts'

describe.each(ENGINES)('the evidence sheet on the %s engine', (engine) => {
  let api: TestApi
  let post: { cookie: string }
  let zone: string
  beforeAll(async () => {
    api = await openTestApi(engine, loadGround)
    post = await api.signIn(['drafter', 'publisher'])
    zone = await publish(api.store, 'sealed', units(village(0, 1, 1)))
    await publish(api.store, 'controlled', units(village(0, 1, 1)), { audience: 'internal' })
    await caughtUp(api.live, api.store)
  })
  afterAll(() => api.close())

  const [lng, lat] = inside(1, 1)
  const ask = (query: string, headers = {}) => api.app.inject({ url: `/api/evidence-sheet?${query}`, headers })
  const sheet = async (query = `lng=${lng}&lat=${lat}`, headers = {}) => (await ask(query, headers)).json<EvidenceSheet>()
  const verify = async (path: string) => (await api.app.inject({ url: path })).json<{ genuine: boolean; chain: boolean }>()
  const correct = async (from: string, to: string | null, tag = `${zone}.1`) =>
    api.app.inject({
      method: 'POST', url: `/api/zones/${zone}/corrections`, headers: { ...post, 'if-match': `"${tag}"` },
      payload: { ...LIFT, version: 1, valid_from: from, valid_to: to },
    })

  it('says what held, on what basis, and what everybody may know of how it came about', async () => {
    const { sheet: content, hash, verify: path } = await sheet()
    expect(content).toMatchObject({ format: 'sanqu-evidence-1', scope: 'public', place: { lng, lat }, corrections: [] })
    expect(content.zones).toMatchObject([{ id: zone, version: 1, kind: 'sealed', legal_basis: { number: '示防指〔2022〕1号' }, valid_to: null }])
    expect(content.zones[0]!.events).toMatchObject([{ noun: 'zones', verb: 'published', post: '' }])
    expect(content.zones[0]).not.toHaveProperty('posts')
    expect(JSON.stringify(content)).not.toContain('区划岗')
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(hash)
    expect(await verify(path)).toEqual({ genuine: true, hash, chain: true })
  })

  it('names the posts that drafted, approved and published to who is signed in', async () => {
    const { sheet: content, verify: path } = await sheet(undefined, post)
    expect(content.zones.map(({ kind }) => kind)).toEqual(['sealed', 'controlled'])
    expect(content.zones[0]).toMatchObject({
      reason: '新增病例',
      posts: { drafted: ['区划岗 planner'], approved: ['审核岗 reviewer'], published: '区划岗 planner' },
    })
    expect(content.zones[0]!.events.map(({ verb }) => verb)).toEqual(['begun', 'submitted', 'approved', 'published'])
    expect((await verify(path)).genuine).toBe(true) // everybody may have it confirmed
  })

  it('is not confirmed where a word of it, its place or its moment was changed', async () => {
    const { verify: path, hash } = await sheet()
    for (const forged of [
      path.replace(hash, `${hash.slice(0, 63)}${hash.endsWith('0') ? '1' : '0'}`),
      path.replace(`lng=${lng}`, 'lng=109.5255'),
      path.replace(/at=\d{4}/, 'at=2020'),
      path.replace('scope=public', 'scope=all'),
    ]) {
      expect(forged).not.toBe(path)
      expect((await verify(forged)).genuine).toBe(false)
    }
    expect((await verify(path.replace(/event=\d+/, 'event=999999'))).chain).toBe(false)
  })

  it('is confirmed after lifts and corrections too, and a new one names the correction', async () => {
    const before = await sheet()
    const { version_since: began } = await zoneDetails(api.store.db, zone, new Date())
    await new Promise((resolve) => setTimeout(resolve, 20))
    await lift(api.store, zone, 1)
    const lifted = await sheet(`lng=${lng}&lat=${lat}&at=${before.sheet.at}`)
    expect(lifted.sheet.zones[0]).toMatchObject({ ended_by: 'lifted' })
    expect((await correct('2999-01-01T00:00:00Z', null)).json().code).toMatch(/correction_(in_future|reopens)/)
    expect((await correct(began, null)).json().code).toBe('correction_reopens')
    expect((await correct(began, began)).json().code).toBe('correction_backwards')
    expect((await correct(began, new Date().toISOString(), `${zone}.9`)).statusCode).toBe(412)
    const early = new Date(Date.parse(began) - 3_600_000).toISOString()
    const response = await correct(early, new Date(Date.parse(began) + 5).toISOString())
    expect(response.statusCode, response.body).toBe(201)
    expect(response.json()).toMatchObject({ zone_id: zone, changed: [{ version: 1, before: { valid_from: began }, after: { valid_from: early } }] })
    await caughtUp(api.live, api.store)

    for (const old of [before, lifted]) expect((await verify(old.verify)).genuine).toBe(true)
    const then = await sheet(`lng=${lng}&lat=${lat}&at=${before.sheet.at}&knownAt=${before.sheet.known_at}`)
    expect(then.sheet.zones).toEqual(before.sheet.zones)
    expect(then.sheet.corrections).toMatchObject([{ zone_id: zone, version: 1, reason: LIFT.reason }])
    const now = await sheet(`lng=${lng}&lat=${lat}&at=${before.sheet.at}`)
    expect(now.sheet.zones).toEqual([])
    expect(now.sheet.corrections).toEqual([])
    expect((await sheet(`lng=${lng}&lat=${lat}&at=${new Date(Date.parse(began) - 60_000).toISOString()}`)).sheet.zones).toHaveLength(1)
  })

  it('is made by address where that is certain, and for no place of which nothing is known', async () => {
    await api.live.figures()
    const url = `address=${encodeURIComponent('示范县城关街道迎宾路12号')}`
    for (let tries = 0; tries < 200 && (await ask(url)).statusCode === 503; tries++) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await sheet(url)).toMatchObject({ address: '示范县城关街道迎宾路12号', sheet: { place: { lng, lat } } })
    expect((await ask(`address=${encodeURIComponent('火星路1号')}`)).json()).toMatchObject({ status: 422, code: 'evidence_address' })
    expect((await ask(`lng=${ELSEWHERE[0]}&lat=${ELSEWHERE[1]}`)).json()).toMatchObject({ status: 422, code: 'evidence_outside' })
    expect((await ask(`lng=${lng}&lat=${lat}&at=2999-01-01T00:00:00Z`, post)).json()).toMatchObject({ status: 422, code: 'at_in_future' })
  })

  it('marks beginnings and ends on the time line, internal ones for signed-in posts', async () => {
    const marks = async (headers = {}) => (await api.app.inject({ url: '/api/timeline', headers })).json<{ marks: { zone_id: string; verb: string }[] }>().marks
    expect((await marks()).map(({ zone_id, verb }) => [zone_id, verb])).toEqual([[zone, 'published'], [zone, 'lifted']])
    expect(await marks(post)).toHaveLength(3)
  })
})
