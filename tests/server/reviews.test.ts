import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFT_ACTIONS, DRAFT_STATES, nextState, type DraftAction, type DraftState } from '#shared/review/next-state.ts'
import type { Review } from '#shared/schema/review.ts'
import type { Role } from '#shared/schema/vocabulary.ts'
import type { Draft, ZoneGround } from '#shared/schema/zone.ts'
import { eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { caughtUp } from './live-fixture.ts'
import { block, content, drawn, loadCounty, ring, units, village } from './zones-fixture.ts'

type Cookie = { cookie: string }

const ROLE_OF: Record<DraftAction, Role> = {
  save: 'drafter', submit: 'drafter', discard: 'drafter', approve: 'reviewer', reject: 'reviewer', publish: 'publisher', publish_urgent: 'publisher',
}
const ROLES: Role[] = ['drafter', 'reviewer', 'publisher', 'gate_officer', 'viewer', 'neighbour', 'auditor', 'administrator']
const WORDS = content(drawn(block(0, 0, 1, 1)))

describe.each(ENGINES)('review on the %s engine', (engine) => {
  let api: TestApi
  /** drafts, and holds every role */
  let writer: Cookie
  /** holds every role and has written nothing */
  let other: Cookie
  let plain: Map<Role, Cookie>
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty, { REVIEW_HOURS: '4', FAST_LANE_REVIEW_HOURS: '2' })
    writer = await api.signIn(ROLES)
    other = await api.signIn(ROLES)
    plain = new Map(await Promise.all(ROLES.map(async (role) => [role, await api.signIn([role])] as const)))
  })
  afterAll(() => api.close())

  const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, as: Cookie, more: { tag?: string; body?: object } = {}) =>
    api.app.inject({ method, url, headers: { ...as, ...(more.tag ? { 'if-match': `"${more.tag}"` } : {}) }, ...(more.body ? { payload: more.body } : {}) })
  const draftOf = async (id: string) => (await call('GET', `/api/zones/${id}/draft`, writer)).json<Draft>()
  const hashOf = async (id: string) => (await call('GET', `/api/zones/${id}/preflight`, writer)).json<{ hash: string }>().hash
  const tagOf = ({ zone_id, revision }: Draft) => `${zone_id}.d${revision}`
  const begin = async (definition = drawn(block(0, 0, 1, 1)), as = writer, kind = 'sealed') =>
    (await call('POST', '/api/zones', as, { body: { kind, content: content(definition) } })).json<Draft>()

  const act = async (action: DraftAction, draft: Draft, as: Cookie) => {
    const { zone_id: id } = draft
    const tag = tagOf(draft)
    switch (action) {
      case 'save': return call('PUT', `/api/zones/${id}/draft`, as, { tag, body: { ...WORDS, name: '改过' } })
      case 'discard': return call('DELETE', `/api/zones/${id}/draft`, as, { tag })
      case 'approve': return call('POST', `/api/zones/${id}/approve`, as, { tag, body: { hash: await hashOf(id) } })
      case 'reject': return call('POST', `/api/zones/${id}/reject`, as, { tag, body: { reason: '范围过大' } })
      case 'publish_urgent': return call('POST', `/api/zones/${id}/publish-urgent`, as, { tag, body: { hash: await hashOf(id), reason: '危及生命' } })
      default: return call('POST', `/api/zones/${id}/${action}`, as, { tag })
    }
  }
  const WAY: Record<DraftState, DraftAction[]> = { draft: [], in_review: ['submit'], approved: ['submit', 'approve'], rejected: ['submit', 'reject'] }
  const draftIn = async (state: DraftState): Promise<Draft> => {
    const draft = await begin()
    for (const action of WAY[state]) expect((await act(action, draft, action === 'submit' ? writer : other)).statusCode).toBe(200)
    expect(await draftOf(draft.zone_id)).toMatchObject({ state })
    return draft
  }

  it.each(DRAFT_STATES)('walks every action in the state %s, for the same and for another person', async (state) => {
    for (const action of DRAFT_ACTIONS) {
      for (const [who, as] of [['same', writer], ['other', other]] as const) {
        const draft = await draftIn(state)
        const seq = await lastEventSeq(api.store.db)
        const answer = await act(action, draft, as)
        const next = nextState(state, action)
        const own = who === 'same' && (action === 'approve' || action === 'reject')
        const told = await eventsAfter(api.store.db, seq, 10)
        const seen = `${state} ${action} ${who}: ${answer.statusCode} ${answer.body.slice(0, 200)}`
        if (own) {
          expect([answer.statusCode, answer.json<{ code: string }>().code], seen).toEqual([403, 'own_work'])
        } else if (next === null) {
          expect([answer.statusCode, answer.json<{ code: string }>().code], seen).toEqual([409, action === 'publish' ? 'not_approved' : 'wrong_state'])
        } else {
          expect(answer.statusCode, seen).toBeLessThan(300)
          expect(told.length, seen).toBeGreaterThan(0)
          const left = await call('GET', `/api/zones/${draft.zone_id}/draft`, writer)
          if (next === 'gone') expect(left.statusCode, seen).toBe(404)
          else expect(left.json<Draft>().state, seen).toBe(next)
        }
        if (own || next === null) {
          expect((await draftOf(draft.zone_id)).state, seen).toBe(state)
          expect(told, seen).toEqual([])
        }
      }
    }
  })

  it('leaves each action to the role whose work it is', async () => {
    const states: Record<DraftAction, DraftState> = {
      save: 'draft', submit: 'draft', discard: 'draft', approve: 'in_review', reject: 'in_review', publish: 'approved', publish_urgent: 'draft',
    }
    for (const action of DRAFT_ACTIONS) {
      const draft = await draftIn(states[action])
      for (const [role, cookie] of plain) {
        if (role === ROLE_OF[action]) continue
        const answer = await act(action, draft, cookie)
        expect([action, role, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([action, role, 403, 'role_missing'])
      }
      expect((await act(action, draft, plain.get(ROLE_OF[action])!)).statusCode).toBeLessThan(300)
    }
  })

  it('bars everybody who has edited since the draft was begun, whatever their post is called', async () => {
    const draft = await begin()
    await act('save', draft, other)
    const saved = await draftOf(draft.zone_id)
    await act('submit', saved, writer)
    for (const editor of [writer, other]) expect((await act('approve', saved, editor)).json()).toMatchObject({ status: 403, code: 'own_work' })
    expect((await act('approve', saved, plain.get('reviewer')!)).statusCode).toBe(200)
    await api.store.db.updateTable('users').set({ post: '同一岗位' }).execute() // the post's words decide nothing
    const next = await begin()
    await act('submit', next, writer)
    expect((await act('approve', next, other)).statusCode).toBe(200)
  })

  // domain.md §7
  it('A catalogue released an unapproved draft when the approved record was published', async () => {
    const first = await draftIn('approved')
    await act('publish', first, writer)
    const id = first.zone_id
    const draft = (await call('POST', `/api/zones/${id}/draft`, writer)).json<Draft>()
    await act('submit', draft, writer)
    await act('approve', draft, other)
    // edited after the approval: it is a draft again, and neither tag publishes it
    const edited = await call('PUT', `/api/zones/${id}/draft`, writer, { tag: tagOf(draft), body: content(drawn(block(0, 0, 3, 3)), { name: '未批准' }) })
    expect(edited.json<Draft>()).toMatchObject({ state: 'draft', revision: 2 })
    expect((await act('publish', draft, writer)).statusCode).toBe(412)
    expect((await act('publish', edited.json<Draft>(), writer)).json()).toMatchObject({ status: 409, code: 'not_approved' })
    expect((await call('GET', `/api/zones/${id}`, writer)).json<ZoneGround>()).toMatchObject({ version: 1, name: '示范封控区' })
    // a state set by hand does not help: the approval is bound to the hash of what goes out
    await api.store.db.updateTable('zone_drafts').set({ state: 'approved' }).where('zone_id', '=', id).execute()
    expect((await act('publish', edited.json<Draft>(), writer)).json()).toMatchObject({ status: 409, code: 'approval_stale' })
    expect((await call('GET', `/api/zones/${id}`, writer)).json<ZoneGround>().version).toBe(1)
  })

  it('refuses to publish a ground that has moved since it was approved, and publishes it once it is approved anew', async () => {
    const around = await begin(ring(village(1, 0, 0), village(1, 1, 0), village(1, 2, 0)), writer, 'controlled')
    await act('submit', around, writer)
    expect((await act('approve', around, other)).statusCode).toBe(200)
    const inner = await begin(units(village(1, 1, 0)))
    await act('submit', inner, writer)
    await act('approve', inner, other)
    expect((await act('publish', inner, writer)).statusCode).toBe(200)
    expect((await act('publish', around, writer)).json()).toMatchObject({ status: 409, code: 'approval_stale' })
    expect((await act('reject', around, other)).statusCode).toBe(200)
    const again = (await call('PUT', `/api/zones/${around.zone_id}/draft`, writer, { tag: tagOf(around), body: around.content })).json<Draft>()
    await act('submit', again, writer)
    await act('approve', again, other)
    const published = await act('publish', again, writer)
    expect(published.json<ZoneGround>().geometry.coordinates).toHaveLength(2) // the village in the middle is left out
    const [review] = (await call('GET', `/api/zones/${around.zone_id}/reviews`, writer)).json<{ items: Review[] }>().items
    expect(review).toMatchObject({ outcome: 'approved' })
  })

  it('approves only what the reviewer has seen', async () => {
    const draft = await draftIn('in_review')
    const url = `/api/zones/${draft.zone_id}/approve`
    expect((await call('POST', url, other, { tag: tagOf(draft), body: { hash: '0'.repeat(64) } })).json()).toMatchObject({ status: 409, code: 'approval_stale' })
    expect((await call('POST', url, other, { body: { hash: '0'.repeat(64) } })).statusCode).toBe(428)
    expect((await draftOf(draft.zone_id)).state).toBe('in_review')
  })

  it('sends the approved hash out as the version’s own', async () => {
    const draft = await draftIn('approved')
    const published = (await act('publish', draft, writer)).json<ZoneGround>()
    const { items } = (await call('GET', `/api/zones/${draft.zone_id}/reviews`, writer)).json<{ items: Review[] }>()
    expect(items).toMatchObject([{ lane: 'before', outcome: 'approved', hash: published.hash }])
  })

  it('carries the reasons of a rejection back to the draft, until it is handed in again', async () => {
    const draft = await draftIn('rejected')
    expect(await draftOf(draft.zone_id)).toMatchObject({ state: 'rejected', rejection: { reason: '范围过大' } })
    await act('save', draft, writer)
    const saved = await draftOf(draft.zone_id)
    expect(saved).toMatchObject({ state: 'draft', rejection: { reason: '范围过大' } })
    await act('submit', saved, writer)
    expect(await draftOf(draft.zone_id)).toMatchObject({ state: 'in_review', rejection: null })
    expect((await call('POST', `/api/zones/${draft.zone_id}/reject`, other, { tag: tagOf(saved), body: { reason: '' } })).statusCode).toBe(400)
  })

  it('keeps a queue with a clock: the first due first, overdue marked, and nothing that nobody need look at', async () => {
    const [early, late, taken] = [await draftIn('in_review'), await draftIn('in_review'), await draftIn('in_review')]
    await api.store.db.updateTable('zone_reviews').set({ outcome: 'withdrawn', decided_at: new Date(), decided_by: 'x', decider: 1 })
      .where('outcome', 'is', null).where('lane', '=', 'before').where('zone_id', 'not in', [early.zone_id, late.zone_id, taken.zone_id]).execute()
    await act('discard', taken, writer)
    const queue = async (as = other) => (await call('GET', '/api/reviews', as)).json<{ items: Review[] }>().items.filter(({ lane }) => lane === 'before')
    const open = await queue()
    expect(open.map((review) => review.zone_id)).toEqual([early.zone_id, late.zone_id])
    for (const { submitted_at, due_at, overdue, mine } of open) {
      expect(new Date(due_at).getTime() - new Date(submitted_at).getTime()).toBe(4 * 3_600_000)
      expect([overdue, mine]).toEqual([false, false])
    }
    expect((await queue(writer)).map(({ mine }) => mine)).toEqual([true, true])
    const { id, ...row } = (await api.store.db.selectFrom('zone_reviews').selectAll().where('zone_id', '=', late.zone_id).executeTakeFirstOrThrow())
    await act('save', late, writer) // withdrawn, so that an older one can be put in its place
    await api.store.db.insertInto('zone_reviews').values({ ...row, submitted_at: '2022-01-01T00:00:00Z', due_at: '2022-01-01T04:00:00Z' }).execute()
    expect((await queue()).map(({ zone_id, overdue }) => [zone_id, overdue])).toEqual([[late.zone_id, true], [early.zone_id, false]])
    expect(id).toBeGreaterThan(0)
    expect((await api.app.inject({ url: '/api/reviews' })).statusCode).toBe(401)
  })

  it('publishes on the fast lane at once, and demands a review afterwards by somebody else', async () => {
    const draft = await begin(drawn(block(2, 2, 3, 3)))
    const seq = await lastEventSeq(api.store.db)
    const published = await act('publish_urgent', draft, plain.get('publisher')!)
    expect(published.json<ZoneGround>()).toMatchObject({ state: 'in_force', version: 1 })
    const events = await eventsAfter(api.store.db, seq, 10)
    expect(events.map(({ noun, verb }) => `${noun} ${verb}`)).toEqual(['zones published', 'reviews demanded'])
    expect(events[1]).toMatchObject({ public: false, payload: { reason: '危及生命', version: 1, hash: published.json<ZoneGround>().hash } })
    await caughtUp(api.live, api.store)
    expect(api.live.zone(draft.zone_id, 'public')?.version).toBe(1)
    const find = async (as = other) =>
      (await call('GET', '/api/reviews', as)).json<{ items: Review[] }>().items.find((review) => review.zone_id === draft.zone_id)
    const review = (await find())!
    expect(review).toMatchObject({ lane: 'after', version: 1, reason: '危及生命', outcome: null, overdue: false })
    expect(new Date(review.due_at).getTime() - new Date(review.submitted_at).getTime()).toBe(2 * 3_600_000)

    const decide = (as: Cookie, outcome: string) => call('POST', `/api/reviews/${review.id}`, as, { body: { outcome, reason: '已核实现场' } })
    expect((await decide(plain.get('publisher')!, 'confirmed')).statusCode).toBe(403) // not a reviewer
    expect((await decide(writer, 'confirmed')).json()).toMatchObject({ status: 403, code: 'own_work' }) // drafted it
    expect((await decide(other, 'approved')).statusCode).toBe(400)
    const objected = await decide(other, 'objected')
    expect(objected.json<Review>()).toMatchObject({ outcome: 'objected', note: '已核实现场' })
    expect((await call('GET', `/api/zones/${draft.zone_id}`, writer)).json<ZoneGround>().state).toBe('in_force') // nothing is lifted by itself
    expect(await find()).toMatchObject({ outcome: 'objected' }) // and it stays in sight
    expect((await eventsAfter(api.store.db, await lastEventSeq(api.store.db) - 1, 1))[0]).toMatchObject({ noun: 'reviews', verb: 'objected', payload: { note: '已核实现场' } })
    expect((await decide(other, 'confirmed')).json()).toMatchObject({ status: 409, code: 'review_decided' })
    const lift = { reason: '解除', authority: '指挥部', legal_basis: { number: '1', issuer: '2', date: '2022-04-01' } }
    await call('POST', `/api/zones/${draft.zone_id}/lift`, writer, { tag: `${draft.zone_id}.1`, body: lift })
    expect(await find()).toBeUndefined()
  })

  it('asks the fast lane for a reason, and for exactly what was looked at', async () => {
    const draft = await begin()
    const url = `/api/zones/${draft.zone_id}/publish-urgent`
    expect((await call('POST', url, other, { tag: tagOf(draft), body: { hash: await hashOf(draft.zone_id), reason: '' } })).statusCode).toBe(400)
    expect((await call('POST', url, other, { tag: tagOf(draft), body: { hash: 'f'.repeat(64), reason: '危及生命' } })).json()).toMatchObject({ code: 'approval_stale' })
    expect((await draftOf(draft.zone_id)).state).toBe('draft')
  })

  it('keeps reviews as they were decided', async () => {
    for (const change of [{ note: '改写' }, { outcome: 'approved' as const }]) {
      const rewritten = api.store.db.updateTable('zone_reviews').set(change).where('outcome', '=', 'rejected').execute()
      await expect(rewritten).rejects.toThrow('only ever decided')
    }
    await expect(api.store.db.deleteFrom('zone_reviews').execute()).rejects.toThrow('only ever decided')
  })
})
