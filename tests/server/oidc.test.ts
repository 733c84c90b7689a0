import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../support/api.ts'
import { createCookieJar } from '../support/cookie-jar.ts'
import { ENGINES } from '../support/databases.ts'
import { startOidcProvider } from '../support/start-oidc-provider.ts'

const CLIENT = { id: 'sanqu', secret: 'a secret of the tests, long enough for HS256' }

describe.each(ENGINES)('sign-in through a provider of OpenID Connect on the %s engine', (engine) => {
  let api: TestApi
  let provider: Awaited<ReturnType<typeof startOidcProvider>>
  let base: string
  beforeAll(async () => {
    const port = await freePort()
    base = `http://127.0.0.1:${port}`
    provider = await startOidcProvider(`${base}/api/session/oidc/callback`, CLIENT.id, CLIENT.secret)
    const env = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret }
    api = await openTestApi(engine, async () => {}, env)
    await api.app.listen({ host: '127.0.0.1', port })
  })
  afterAll(async () => {
    await api.close()
    provider.stop()
  })

  /** Signs in at the provider as a person with a browser does, up to where it sends the browser back to. */
  async function signInAtProvider(name: string, browser = createCookieJar()) {
    const begun = await browser.fetch(`${base}/api/session/oidc`)
    expect(begun.status).toBe(303)
    const asked = new URL(begun.location!).searchParams
    expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.get('scope')]).toEqual(['code', 'S256', 'openid'])
    let page = await follow(browser, begun.location!)
    for (const fields of [{ prompt: 'login', login: name, password: 'x' }, { prompt: 'consent' }]) {
      const action = /action="([^"]+)"/.exec(page.text)![1]!
      const body = new URLSearchParams(fields as Record<string, string>)
      const sent = await browser.fetch(new URL(action, provider.issuer).href, { method: 'POST', body })
      page = await follow(browser, sent.location!)
    }
    return { browser, callback: page.location! }
  }
  /** Follows redirects within the provider; stops at a page or at the way back to us. */
  async function follow(browser: ReturnType<typeof createCookieJar>, url: string) {
    for (let at = url; ;) {
      if (at.startsWith(base)) return { location: at, text: '' }
      const answer = await browser.fetch(at)
      if (answer.location === null) return { location: at, text: answer.text }
      at = answer.location
    }
  }
  const whoAmI = (browser: ReturnType<typeof createCookieJar>) => browser.fetch(`${base}/api/session`)
  const administrator = () => api.signIn(['administrator'])
  const addUser = async (username: string, subject: string | null) => {
    const headers = await administrator()
    const made = await api.app.inject({ method: 'POST', url: '/api/users', headers, payload: { username, post: '区划岗', roles: ['drafter'] } })
    const { user } = made.json<{ user: { id: number } }>()
    return api.app.inject({
      method: 'PATCH', url: `/api/users/${username}`, headers: { ...headers, 'if-match': `"u${user.id}.1"` }, payload: { oidc_subject: subject },
    })
  }

  it('signs in the post that an administrator has linked to the subject', async () => {
    expect((await addUser('linked', 'wang')).statusCode).toBe(200)
    const { browser, callback } = await signInAtProvider('wang')
    const back = await browser.fetch(callback)
    expect([back.status, back.location]).toEqual([303, `${base}/`])
    expect(JSON.parse((await whoAmI(browser)).text)).toMatchObject({ username: 'linked', roles: ['drafter'] })
    expect(browser.cookies(base).has('sanqu_oidc')).toBe(false)
    const other = await addUser('second', 'wang')
    expect(other.json()).toMatchObject({ status: 409, code: 'subject_taken' })
  })

  it('makes no account for a subject that is not linked, and lets in none that is disabled', async () => {
    const stranger = await signInAtProvider('stranger')
    expect((await stranger.browser.fetch(stranger.callback)).location).toBe(`${base}/?sign_in=oidc_not_linked&subject=stranger`)
    expect((await whoAmI(stranger.browser)).status).toBe(204)
    await addUser('leaver', 'leaver')
    const headers = await administrator()
    const list = await api.app.inject({ url: '/api/users', headers })
    const { id, version } = list.json<{ items: { id: number; version: number; username: string }[] }>().items.find(({ username }) => username === 'leaver')!
    const disable = { method: 'PATCH', url: '/api/users/leaver', headers: { ...headers, 'if-match': `"u${id}.${version}"` }, payload: { disabled: true } } as const
    expect((await api.app.inject(disable)).statusCode).toBe(200)
    const gone = await signInAtProvider('leaver')
    expect((await gone.browser.fetch(gone.callback)).location).toContain('oidc_not_linked')
    expect((await whoAmI(gone.browser)).status).toBe(204)
  })

  it('refuses a code that another browser began, one used twice, and a changed state', async () => {
    const { browser, callback } = await signInAtProvider('wang')
    const failed = `${base}/?sign_in=oidc_failed`
    const victim = createCookieJar()
    expect((await victim.fetch(callback)).location).toBe(failed)
    await victim.fetch(`${base}/api/session/oidc`)
    expect((await victim.fetch(callback)).location).toBe(failed)
    expect((await whoAmI(victim)).status).toBe(204)
    const changed = new URL(callback)
    changed.searchParams.set('state', 'another')
    const again = await signInAtProvider('wang')
    expect((await again.browser.fetch(changed.href)).location).toBe(failed)
    expect((await browser.fetch(callback)).location).toBe(`${base}/`)
    expect((await browser.fetch(callback)).location).toBe(failed)
  })

  it.each(['nonce', 'verifier', 'state'])('refuses an answer that does not fit the %s of the attempt that began it', async (member) => {
    const { browser, callback } = await signInAtProvider('wang')
    const attempt = JSON.parse(Buffer.from(browser.cookies(base).get('sanqu_oidc')!, 'base64url').toString()) as Record<string, string>
    const other = { ...attempt, [member]: attempt[member]!.split('').reverse().join('') }
    browser.cookies(base).set('sanqu_oidc', Buffer.from(JSON.stringify(other)).toString('base64url'))
    expect((await browser.fetch(callback)).location).toBe(`${base}/?sign_in=oidc_failed`)
    expect((await whoAmI(browser)).status).toBe(204)
  })
})

it('is off without settings: no route leads anywhere, and no subject can be linked', async () => {
  const api = await openTestApi('server')
  expect((await api.app.inject('/api/session/oidc')).json()).toMatchObject({ status: 404, code: 'oidc_off' })
  expect((await api.app.inject('/api/status')).json()).toMatchObject({ single_sign_on: false })
  await api.close()
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
