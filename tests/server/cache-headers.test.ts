import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PERMISSIONS } from '../../server/routes/permissions.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { loadCounty } from './zones-fixture.ts'

describe('headers', () => {
  let api: TestApi
  let headers: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi('server', loadCounty)
    headers = await api.signIn(['administrator', 'auditor', 'drafter'])
  })
  afterAll(() => api.close())

  it('lets nothing that needs a right be stored', async () => {
    const reads = Object.entries(PERMISSIONS).filter(([route, { roles }]) => route.startsWith('GET ') && roles !== 'public').map(([route]) => route.slice(4))
    const stored: string[] = []
    for (const url of reads.map((path) => path.replace(/:\w+/g, '1'))) {
      const response = await api.app.inject({ url, headers })
      const caching = String(response.headers['cache-control'] ?? '')
      if (response.statusCode === 200 && !/no-store|private|no-cache/.test(caching)) stored.push(`${url}: ${caching || 'nothing said'}`)
    }
    expect(stored).toEqual([])
  })

  it('sends the headers that keep pages apart', async () => {
    const response = await api.app.inject('/api/status')
    const policy = String(response.headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(response.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(response.headers['strict-transport-security']).toContain('max-age=')
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('lets other origins read what is public and nothing else', async () => {
    const from = { origin: 'https://elsewhere.example' }
    const allowed = async (url: string, more: object = {}) =>
      (await api.app.inject({ url, headers: { ...from, ...more } })).headers['access-control-allow-origin']
    expect(await allowed('/api/zones')).toBe('*')
    for (const url of ['/api/drafts', '/api/sites', '/api/users', '/api/keys', '/api/audit', '/api/session', '/api/figures']) {
      expect([url, await allowed(url, headers)]).toEqual([url, undefined])
    }
    const answer = await api.app.inject({ url: '/api/zones', headers: { ...from, ...headers } })
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })
})
