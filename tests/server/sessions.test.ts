import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { createDemoAccounts } from '../../server/domain/demo-accounts.ts'
import { createUser, disableUser, ensureAdministrator, setPassword } from '../../server/domain/users.ts'
import type { App } from '../../server/routes/app-type.ts'
import { readRulePacks } from '../../server/rule-packs.ts'
import { ENGINES } from '../support/databases.ts'
import { openTestApi, type TestApi } from '../support/api.ts'

const PASSWORD = 'a long enough password'

describe.each(ENGINES)('signing in on the %s engine', (engine) => {
  let api: TestApi
  const post = (payload: object, headers: Record<string, string> = {}) =>
    api.app.inject({ method: 'POST', url: '/api/session', payload, headers })
  beforeAll(async () => {
    api = await openTestApi(engine)
    await createUser(api.store, 'tests', { username: 'planner', post: '区划岗', password: PASSWORD, roles: ['drafter'], areaCode: null })
  })
  afterAll(() => api.close())

  it('makes one administrator on the first start and never again', async () => {
    expect(await ensureAdministrator(api.store)).toBeNull()
    await sql`delete from users where username <> 'planner'`.execute(api.store.db)
    await sql`update users set username = 'kept' where username = 'planner'`.execute(api.store.db)
    expect(await ensureAdministrator(api.store)).toBeNull()
    await sql`update users set username = 'planner'`.execute(api.store.db)
  })

  it('gives a session in a strict cookie, and keeps neither password nor token', async () => {
    const response = await post({ username: ' Planner ', password: PASSWORD })
    expect(response.statusCode).toBe(201)
    expect(response.json()).toMatchObject({ username: 'planner', post: '区划岗', roles: ['drafter'], area_code: null })
    const cookie = String(response.headers['set-cookie'])
    expect(cookie).toMatch(/^sanqu_session=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Strict$/)
    const token = /=([\w-]{43})/.exec(cookie)![1]!
    const { rows } = await sql<{ everything: string }>`
      select (select json_agg(s)::text from sessions s) || (select json_agg(u)::text from users u)
        || (select json_agg(e)::text from events e) as everything`.execute(api.store.db)
    expect(rows[0]!.everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(rows[0]!.everything).not.toContain(token)
    expect(rows[0]!.everything).not.toContain(PASSWORD)
    const me = await api.app.inject({ url: '/api/session', headers: { cookie } })
    expect(me.json()).toMatchObject({ username: 'planner' })
  })

  it('says the same of a wrong password and an unknown name, in the reader\'s language', async () => {
    const wrong = await post({ username: 'planner', password: 'no' }, { 'accept-language': 'en' })
    const unknown = await post({ username: 'nobody', password: 'no' }, { 'accept-language': 'en' })
    expect(wrong.statusCode).toBe(401)
    expect(unknown.json()).toEqual(wrong.json())
    expect(wrong.json()).toMatchObject({ type: '/problems/sign_in_failed', title: 'Wrong user name or password' })
    expect((await post({ username: 'nobody', password: 'no' })).json()).toMatchObject({ title: '用户名或密码不对' })
  })

  it('slows guessing down, for the right password too, and says how long', async () => {
    for (let guess = 0; guess < 6; guess += 1) await post({ username: 'guessed', password: String(guess) })
    const slowed = await post({ username: 'guessed', password: 'x' })
    expect(slowed.statusCode).toBe(429)
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
    await sql`update sign_in_failures set next_allowed_at = now() - interval '1 second'`.execute(api.store.db)
    expect((await post({ username: 'planner', password: PASSWORD })).statusCode).toBe(201)
    await sql`delete from sign_in_failures`.execute(api.store.db)
  })

  it('refuses a write that another site\'s page sends, and takes one from its own', async () => {
    const { cookie } = await api.signIn(['drafter'])
    const signOut = (headers: Record<string, string>) => api.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, host: 'sanqu.test', ...headers } })
    const foreign = await signOut({ origin: 'https://evil.example' })
    expect(foreign.statusCode).toBe(403)
    expect(foreign.json()).toMatchObject({ code: 'origin_refused' })
    expect((await signOut({ origin: 'http://sanqu.test' })).statusCode).toBe(204)
    expect((await api.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(204)
  })

  it('ends a session when it is idle too long, when its time is over, and when its user is disabled or gets a new password', async () => {
    const alive = async (cookie: string) => (await api.app.inject({ url: '/api/session', headers: { cookie } })).statusCode === 200
    const first = (await api.signIn(['viewer'])).cookie
    expect(await alive(first)).toBe(true)
    await sql`update sessions set seen_at = seen_at - interval '3 hours'`.execute(api.store.db)
    expect(await alive(first)).toBe(false)
    const second = (await api.signIn(['viewer'])).cookie
    await sql`update sessions set expires_at = now() - interval '1 second'`.execute(api.store.db)
    expect(await alive(second)).toBe(false)
    const username = 'planner'
    const third = String((await post({ username, password: PASSWORD })).headers['set-cookie'])
    await setPassword(api.store, 'tests', username, 'another long password')
    expect(await alive(third)).toBe(false)
    const fourth = String((await post({ username, password: 'another long password' })).headers['set-cookie'])
    expect(await alive(fourth)).toBe(true)
    await disableUser(api.store, 'tests', username, true)
    expect(await alive(fourth)).toBe(false)
    expect((await post({ username, password: 'another long password' })).statusCode).toBe(401)
    await disableUser(api.store, 'tests', username, false)
    await setPassword(api.store, 'tests', username, PASSWORD)
  })
})

describe.each(ENGINES)('one-click demo accounts on the %s engine', (engine) => {
  let api: TestApi
  const apps: App[] = []
  const listening = async (env: NodeJS.ProcessEnv) => {
    const config = readConfig({ LOG_LEVEL: 'silent', ...env })
    const app = await buildApp({ config, store: api.store, live: api.live, rules: await readRulePacks(), now: () => new Date() })
    apps.push(app)
    return app
  }
  const oneClick = (app: App) => app.inject({ method: 'POST', url: '/api/session/demo', payload: { username: 'demo-planner' } })
  const offered = async (app: App) =>
    (await app.inject({ url: '/api/status' })).json<{ demo_accounts: object[] }>().demo_accounts.length

  beforeAll(async () => {
    api = await openTestApi(engine, async (store) => {
      await sql`insert into datasets (source, title, as_of, synthetic) values ('demo', 'demo', '2022-03-16', true)`.execute(store.db)
      await store.db.transaction().execute(createDemoAccounts)
    })
  })
  afterAll(async () => {
    for (const app of apps) await app.close()
    await api.close()
  })

  it.each([{ HOST: '0.0.0.0' }, { HOST: '10.1.2.3' }, { PUBLIC_ORIGIN: 'https://sanqu.example' }])('are not offered with %o', async (env) => {
    const app = await listening(env)
    expect(await offered(app)).toBe(0)
    expect((await oneClick(app)).json()).toMatchObject({ status: 403, code: 'demo_accounts_off' })
  })

  it('are offered on loopback while only the demo district is loaded, and end when other data comes', async () => {
    expect(await offered(api.app)).toBeGreaterThan(0)
    const response = await oneClick(api.app)
    expect(response.statusCode).toBe(201)
    const cookie = String(response.headers['set-cookie'])
    const password = { username: 'demo-planner', password: '!' }
    expect((await api.app.inject({ method: 'POST', url: '/api/session', payload: password })).statusCode).toBe(401)
    await sql`insert into datasets (source, title, as_of, synthetic) values ('osm', 'real', '2022-03-16', false)`.execute(api.store.db)
    expect(await offered(api.app)).toBe(0)
    expect((await oneClick(api.app)).statusCode).toBe(403)
    expect((await api.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(204)
  })
})
