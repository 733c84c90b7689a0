import { sql } from 'kysely'
import { get as httpGet } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IssuedKey, Key } from '#shared/schema/key.ts'
import type { SessionUser } from '#shared/schema/session.ts'
import type { OneTimePassword, User } from '#shared/schema/user.ts'
import { createUser } from '../../server/domain/users.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { eventually } from './live-fixture.ts'
import { loadCounty, TOWNSHIPS } from './zones-fixture.ts'

/** Whoever is disabled, signed out or revoked loses open streams within this time. */
const PROMISED_MS = 5_000

describe.each(ENGINES)('administration on the %s engine', (engine) => {
  let api: TestApi
  let admin: { cookie: string }
  let port: number
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    port = (api.app.server.address() as AddressInfo).port
    admin = await api.signIn(['administrator'])
  })
  afterAll(() => api.close())

  const call = (method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, payload?: object, headers: object = admin) =>
    api.app.inject({ method, url, headers: { ...headers }, ...(payload && { payload }) })
  const issue = async (payload: object) => (await call('POST', '/api/keys', payload)).json<IssuedKey>()
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const addUser = async (username: string, roles: string[] = ['viewer']) =>
    (await call('POST', '/api/users', { username, post: '值班岗', roles })).json<OneTimePassword>()
  const signIn = async (username: string, password: string) => {
    const response = await call('POST', '/api/session', { username, password }, {})
    return { status: response.statusCode, cookie: String(response.headers['set-cookie']).split(';')[0]! }
  }
  const change = (user: User, payload: object) =>
    call('PATCH', `/api/users/${user.username}`, payload, { ...admin, 'if-match': `"u${user.id}.${user.version}"` })
  const listUsers = async () => (await call('GET', '/api/users')).json<{ items: User[] }>().items
  const found = async (username: string) => (await listUsers()).find((user) => user.username === username)!

  it('shows a key once, keeps its hash, and notes when it was used', async () => {
    const { key, token } = await issue({ name: '健康上报系统', scopes: ['read'], area_code: TOWNSHIPS[0] })
    expect(token).toMatch(/^sq_[0-9a-f]{8}_[\w-]{43}$/)
    expect(key).toMatchObject({ last_used_at: null, revoked_at: null, area_code: TOWNSHIPS[0], prefix: token.slice(0, 11) })
    const { rows } = await sql<{ all: string }>`select (select json_agg(k)::text from keys k) || (select json_agg(e)::text from events e) as all`.execute(api.store.db)
    expect(rows[0]!.all).not.toContain(token.slice(12))
    expect((await call('GET', '/api/drafts', undefined, bearer(token))).statusCode).toBe(200)
    const [listed] = (await call('GET', '/api/keys')).json<{ items: Key[] }>().items
    expect(Date.parse(listed!.last_used_at!)).toBeGreaterThan(Date.now() - 60_000)
    expect((await call('GET', '/api/zones?audience=all', undefined, bearer(token))).statusCode).toBe(200)
  })

  it('shows internal zones to no key without the scope read', async () => {
    const { token } = await issue({ name: 'audit', scopes: ['audit'] })
    const refused = await call('GET', '/api/zones?audience=all', undefined, bearer(token))
    expect(refused.json()).toMatchObject({ status: 403, code: 'scope_missing' })
    expect((await call('GET', '/api/check?lng=109.5&lat=34.5', undefined, bearer(token))).json()).toMatchObject({ scope: 'public' })
  })

  it('refuses a revoked, an expired and a malformed key', async () => {
    const { key, token } = await issue({ name: 'gone', scopes: ['read'] })
    expect((await call('POST', `/api/keys/${key.id}/revoke`)).json()).toMatchObject({ revoked_at: expect.any(String) })
    const short = await issue({ name: 'short', scopes: ['read'], expires_at: new Date(Date.now() + 60_000).toISOString() })
    expect((await call('GET', '/api/drafts', undefined, bearer(short.token))).statusCode).toBe(200)
    await sql`update keys set expires_at = now() - interval '1 second' where id = ${short.key.id}`.execute(api.store.db)
    for (const headers of [bearer(token), bearer(short.token), { authorization: 'Basic eDp5' }, { authorization: 'Bearer a b' }]) {
      expect((await call('GET', '/api/status', undefined, headers)).json()).toMatchObject({ status: 401, code: 'key_refused' })
    }
    expect((await call('POST', '/api/keys', { name: 'x', scopes: ['publish'] })).statusCode).toBe(400)
    expect((await call('POST', '/api/keys', { name: 'x', scopes: ['read'], expires_at: '2000-01-01T00:00:00Z' })).json()).toMatchObject({ code: 'key_end_past' })
  })

  it('hands out a password once; it signs in, and its owner changes it, which ends every other session', async () => {
    const { user, password } = await addUser('gate-3', ['gate_officer'])
    expect(user).toMatchObject({ roles: ['gate_officer'], disabled: false, sessions: 0 })
    const [one, two] = [await signIn('gate-3', password), await signIn('gate-3', password)]
    expect((await found('gate-3')).sessions).toBe(2)
    const next = 'a longer password of my own'
    const changed = await call('PUT', '/api/session/password', { current: password, next }, { cookie: one.cookie })
    expect(changed.statusCode).toBe(200)
    const fresh = String(changed.headers['set-cookie']).split(';')[0]!
    const alive = async (cookie: string) => (await call('GET', '/api/session', undefined, { cookie })).statusCode
    expect([await alive(one.cookie), await alive(two.cookie), await alive(fresh)]).toEqual([204, 204, 200])
    expect((await signIn('gate-3', password)).status).toBe(401)
    expect((await call('PUT', '/api/session/password', { current: 'wrong', next }, { cookie: fresh })).statusCode).toBe(401)
    expect((await call('PUT', '/api/session/password', { current: next, next: 'short' }, { cookie: fresh })).statusCode).toBe(400)
    await sql`delete from sign_in_failures`.execute(api.store.db)
    const reset = (await call('POST', '/api/users/gate-3/password')).json<OneTimePassword>()
    expect(await alive(fresh)).toBe(204)
    expect((await signIn('gate-3', reset.password)).status).toBe(201)
  })

  it('lets a one-time password do nothing but set another, at the first sign-in and after a reset', async () => {
    const { password } = await addUser('newcomer', ['drafter'])
    const { cookie } = await signIn('newcomer', password)
    const who = async (headers: object) => (await call('GET', '/api/session', undefined, headers)).json<SessionUser>()
    expect((await who({ cookie })).must_change_password).toBe(true)
    for (const [method, url] of [['GET', '/api/drafts'], ['GET', '/api/sites'], ['POST', '/api/zones']] as const) {
      expect((await call(method, url, method === 'POST' ? {} : undefined, { cookie })).json()).toMatchObject({ status: 403, code: 'password_to_change' })
    }
    // what everybody may see it sees as everybody
    expect((await call('GET', '/api/check?lng=109.5&lat=34.5', undefined, { cookie })).json()).toMatchObject({ scope: 'public' })
    expect((await call('GET', '/api/zones?audience=all', undefined, { cookie })).statusCode).toBe(401)
    const changed = await call('PUT', '/api/session/password', { current: password, next: 'a longer password of my own' }, { cookie })
    const own = { cookie: String(changed.headers['set-cookie']).split(';')[0]! }
    expect(await who(own)).not.toHaveProperty('must_change_password')
    expect((await call('GET', '/api/drafts', undefined, own)).statusCode).toBe(200)
    const reset = (await call('POST', '/api/users/newcomer/password')).json<OneTimePassword>()
    expect((await call('GET', '/api/drafts', undefined, { cookie: (await signIn('newcomer', reset.password)).cookie })).json()).toMatchObject({ code: 'password_to_change' })
  })

  it('records sign-ins, refused ones and sign-outs, without passwords, addresses or names that nobody has', async () => {
    const { password } = await addUser('recorded')
    const { cookie } = await signIn('recorded', password)
    await call('DELETE', '/api/session', undefined, { cookie })
    await signIn('recorded', 'wrong-password-marker')
    await signIn('password-in-the-wrong-field', 'x')
    await call('PUT', '/api/session/password', { current: 'wrong', next: 'long enough for that' }, { cookie: (await signIn('recorded', password)).cookie })
    await sql`delete from sign_in_failures`.execute(api.store.db)
    await signIn('recorded', password)
    await call('DELETE', '/api/users/recorded/sessions')
    const { rows } = await sql<{ said: string }>`select noun || '.' || verb || ' ' || coalesce(payload->>'method', '') as said from events
      where subject = 'recorded' order by seq`.execute(api.store.db)
    expect(rows.map(({ said }) => said.trim())).toEqual([
      'users.created', 'sessions.signed_in password', 'sessions.signed_out', 'sessions.refused password', 'sessions.signed_in password',
      'sessions.refused password_change', 'sessions.signed_in password', 'users.signed_out',
    ])
    const { rows: [all] } = await sql<{ text: string }>`select json_agg(e)::text as text from events e`.execute(api.store.db)
    for (const secret of ['wrong-password-marker', 'password-in-the-wrong-field', password, '127.0.0.1']) expect(all!.text).not.toContain(secret)
    expect(all!.text).toContain('"subject":"unknown"')
  })

  it('begins a new session at each sign-in and ends the one that the browser had', async () => {
    const { password } = await addUser('rotating')
    const first = await signIn('rotating', password)
    const second = await call('POST', '/api/session', { username: 'rotating', password }, { cookie: first.cookie })
    expect(second.statusCode).toBe(201)
    expect((await call('GET', '/api/session', undefined, { cookie: first.cookie })).statusCode).toBe(204)
  })

  it('ends sessions when rights change, and everywhere when asked to', async () => {
    const { user, password } = await addUser('changing')
    const alive = async (cookie: string) => (await call('GET', '/api/session', undefined, { cookie })).statusCode
    const before = await signIn('changing', password)
    const changed = await change(user, { roles: ['reviewer'], area_code: TOWNSHIPS[1] })
    expect(changed.json()).toMatchObject({ roles: ['reviewer'], area_code: TOWNSHIPS[1], version: 2 })
    expect(await alive(before.cookie)).toBe(204)
    expect((await change(user, { post: 'x' })).statusCode).toBe(412)
    expect((await change((await found('changing')), { post: '审核岗' })).json()).toMatchObject({ post: '审核岗' })
    const [one, two] = [await signIn('changing', password), await signIn('changing', password)]
    expect((await call('DELETE', '/api/users/changing/sessions')).statusCode).toBe(204)
    expect([await alive(one.cookie), await alive(two.cookie)]).toEqual([204, 204])
    const [three, four] = [await signIn('changing', password), await signIn('changing', password)]
    expect((await call('DELETE', '/api/sessions', undefined, { cookie: three.cookie })).statusCode).toBe(204)
    expect(await alive(four.cookie)).toBe(204)
  })

  it('keeps the last administrator', async () => {
    const others = (await listUsers()).filter(({ roles, disabled }) => roles.includes('administrator') && !disabled)
    for (const other of others.slice(1)) expect((await change(other, { disabled: true })).statusCode).toBe(200)
    expect((await change(others[0]!, { disabled: true })).json()).toMatchObject({ status: 409, code: 'last_administrator' })
    expect((await change(others[0]!, { roles: ['viewer'] })).json()).toMatchObject({ code: 'last_administrator' })
  })

  /** Opens the event stream and tells when it ends. */
  const stream = (headers: Record<string, string>) =>
    new Promise<() => boolean>((resolve, reject) => {
      httpGet({ host: '127.0.0.1', port, path: '/api/events', headers }, (response) => {
        response.resume()
        resolve(() => response.closed)
      }).on('error', reject)
    })

  it('F48: ends open streams of a disabled user, of one signed out and of a revoked key within the promised time, and no others', async () => {
    const password = 'a password of their own'
    for (const username of ['watching', 'bystander']) await createUser(api.store, 'tests', { username, post: '值班岗', password, roles: ['viewer'], areaCode: null })
    const open = async (name: string, secret: string) => stream({ cookie: (await signIn(name, secret)).cookie })
    const left = await open('bystander', password)
    const begun = await open('watching', password)
    await call('DELETE', '/api/users/watching/sessions')
    await eventually(begun, PROMISED_MS)
    const disabled = await open('watching', password)
    expect((await change(await found('watching'), { disabled: true })).statusCode).toBe(200)
    await eventually(disabled, PROMISED_MS)
    const { key, token } = await issue({ name: 'stream', scopes: ['read'] })
    const revoked = await stream(bearer(token))
    await call('POST', `/api/keys/${key.id}/revoke`)
    await eventually(revoked, PROMISED_MS)
    expect(left()).toBe(false)
  })
})
