import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rootDir } from '../../server/root.ts'
import { createServerDatabase } from '../support/databases.ts'
import { eventually } from './live-fixture.ts'

// the program as it runs, saying all that it ever says
describe('the log', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  let server: ReturnType<typeof spawn>
  let said = ''
  let base = ''
  beforeAll(async () => {
    database = await createServerDatabase()
    const env = {
      ...process.env, DATABASE_URL: database.url, PORT: '0', DEMO: 'false', LOG_LEVEL: 'debug',
      OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'sanqu', OIDC_CLIENT_SECRET: 'provider-secret-marker',
    }
    server = spawn(process.execPath, ['--import', 'tsx', join(rootDir, 'server', 'cli.ts'), 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [server.stdout!, server.stderr!]) stream.on('data', (chunk: Buffer) => (said += String(chunk)))
    await eventually(() => /Sanqu: http:\/\/\S+/.test(said), 60_000)
    base = /Sanqu: (http:\/\/[^\s]+)/.exec(said)![1]!
  })
  afterAll(async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
    await database.drop()
  })

  it('holds no password, token, key, place or address, at the most talkative level', async () => {
    const password = /admin \/ (\S+)/.exec(said)![1]!
    const started = said.length
    const call = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })
    const json = (body: object, headers: object = {}): RequestInit =>
      ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
    await call('/api/session', json({ username: 'admin', password: 'wrong-password-marker' }))
    const signedIn = await call('/api/session', json({ username: 'admin', password }))
    const oneTime = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
    const own = 'own-password-marker'
    const changed = await call('/api/session/password', { ...json({ current: password, next: own }, { cookie: oneTime }), method: 'PUT' })
    const cookie = changed.headers.getSetCookie()[0]!.split(';')[0]!
    const issued = (await (await call('/api/keys', json({ name: 'x', scopes: ['read'] }, { cookie }))).json()) as { token: string }
    const made = (await (await call('/api/users', json({ username: 'logged', post: 'x', roles: [] }, { cookie }))).json()) as { password: string }
    await call('/api/drafts', { headers: { authorization: `Bearer ${issued.token}` } })
    await call('/api/drafts', { headers: { authorization: 'Bearer sq_wrong_key-marker' } })
    await call('/api/check?lng=109.512345&lat=34.512345')
    await call('/api/check?lng=x109.512345')
    await call(`/api/check?address=${encodeURIComponent('文昌路十二号地址标记')}`)
    await call('/api/check', json({ items: [{ address: '文昌路十二号地址标记' }] }))
    await call('/api/check', { ...json({}), body: '{"address":"文昌路十二号地址标记"' })
    await call('/api/sites', json({ place: '点位标记', on_date: '2022-03-14', cases: 1, geometry: { type: 'Point', coordinates: [109.512345, 34.512345] } }, { cookie }))
    await call('/api/session/oidc')
    await call('/api/session/oidc/callback?code=code-marker&state=state-marker')
    await eventually(() => said.slice(started).split('"answered"').length > 12)
    const secrets = [password, own, oneTime.split('=')[1]!, 'wrong-password-marker', cookie.split('=')[1]!, issued.token, issued.token.slice(12), made.password, 'key-marker', '109.5', '34.5',
      '文昌路', encodeURIComponent('文昌路'), '点位标记', 'provider-secret-marker', 'code-marker', 'state-marker']
    expect(secrets.filter((secret) => said.includes(secret, started))).toEqual([])
  })
})
