import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeyScope } from '#shared/schema/key.ts'
import type { Role } from '#shared/schema/vocabulary.ts'
import { KEY_SCOPES, ROLES } from '#shared/vocabulary.ts'
import { issueKey } from '../../server/domain/keys.ts'
import { PERMISSIONS } from '../../server/routes/permissions.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { createTally } from '../support/tally.ts'
import { AREA_SAMPLES } from './area-samples.ts'
import { loadCounty, TOWNSHIPS } from './zones-fixture.ts'

const REFUSALS = new Set(['sign_in_required', 'role_missing', 'scope_missing', 'no_permission_entry', 'key_refused'])
// they are there where the client is built
const PAGES = new Set(['GET /check', 'GET /evidence', 'GET /card', 'GET /gate', 'GET /*'])
const ADD = 'add a row for it to server/routes/permissions.ts'
// these end the session that calls them
const ENDING = new Set(['DELETE /api/session', 'DELETE /api/sessions'])

describe.each(ENGINES)('the permission table on the %s engine', (engine) => {
  let api: TestApi
  // a sign-in hashes a password: one for each right
  const sessions = new Map<string, Promise<{ cookie: string }>>()
  const sessionOf = (role: Role, areaCode: string | null = null) => {
    const right = `${role} ${areaCode}`
    if (!sessions.has(right)) sessions.set(right, api.signIn([role], areaCode))
    return sessions.get(right)!
  }
  const keys = new Map<KeyScope, { authorization: string }>()
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    await api.app.ready()
    for (const scope of KEY_SCOPES) keys.set(scope, await keyWith(scope))
  })
  const asked = createTally()
  afterAll(async () => {
    asked.tell(`rights on ${engine}: ${Object.keys(PERMISSIONS).length} routes × ${ROLES.length} roles and ${KEY_SCOPES.length} scopes, ${Object.keys(AREA_SAMPLES).length} that write in an area × 3 jurisdictions`)
    await api.close()
  })

  const keyWith = async (scope: KeyScope, areaCode: string | null = null) => {
    const maker = { userId: 0, post: 'tests' }
    const request = { name: `test ${scope}`, scopes: [scope], area_code: areaCode }
    return { authorization: `Bearer ${(await issueKey(api.store, maker, request, new Date())).token}` }
  }
  /** The code with which a request is refused for want of a right; null where it is let in, whatever comes of it. */
  const refusal = async (route: string, headers: Record<string, string>): Promise<string | null> => {
    const [method, path] = route.split(' ') as ['GET', string]
    const url = path.replace(/:id\b/, path.startsWith('/api/zones') ? '990101-S-9999' : '9999').replace(/:[zxy]/g, '0')
      .replace(/:\w+/g, 'nothing').replace('*', 'nothing')
    const response = await api.app.inject({ method, url, headers, payloadAsStream: true })
    const body = response.stream()
    asked.count('requests by role or scope')
    if (response.statusCode !== 401 && response.statusCode !== 403) {
      body.destroy()
      return null
    }
    let text = ''
    for await (const chunk of body) text += String(chunk)
    const { code } = JSON.parse(text) as { code: string }
    asked.count(code)
    return REFUSALS.has(code) ? code : null
  }

  it('names every route of the server, and no other', () => {
    const routes = [...api.app.permissionKeys].sort()
    expect(routes.filter((route) => !(route in PERMISSIONS)), `not in the permission table: ${ADD}`).toEqual([])
    const gone = Object.keys(PERMISSIONS).filter((route) => !api.app.permissionKeys.has(route) && !PAGES.has(route))
    expect(gone, 'in server/routes/permissions.ts, but no such route').toEqual([])
  })

  it('is what every role meets at every route', async () => {
    let walked = 0
    for (const [route, { roles }] of Object.entries(PERMISSIONS)) {
      expect(await refusal(route, {}), `${route} without a session`).toBe(roles === 'public' ? null : 'sign_in_required')
      for (const role of ROLES) {
        const session = await (ENDING.has(route) ? api.signIn([role]) : sessionOf(role))
        const expected = roles === 'public' || roles.includes(role) ? null : 'role_missing'
        expect(await refusal(route, session), `${route} as ${role}`).toBe(expected)
        walked += 1
      }
    }
    expect(walked).toBe(Object.keys(PERMISSIONS).length * ROLES.length)
  })

  it('is what every scope of a key meets at every route', async () => {
    for (const [route, { roles, scopes }] of Object.entries(PERMISSIONS)) {
      expect(await refusal(route, { authorization: 'Bearer sq_0000_nothing' }), `${route} with an unknown key`).toBe('key_refused')
      for (const scope of KEY_SCOPES) {
        const expected = roles === 'public' || scopes.includes(scope) ? null : 'scope_missing'
        expect(await refusal(route, keys.get(scope)!), `${route} with scope ${scope}`).toBe(expected)
      }
    }
  })

  it('lets no key publish, lift, review or administer', () => {
    const open = Object.entries(PERMISSIONS).filter(([, { scopes }]) => scopes.length > 0).map(([route]) => route)
    expect(open.filter((route) => /\b(publish|lift|approve|reject|review|users|keys|sessions?)\b/.test(route))).toEqual([])
  })

  it('has a sample request for every route that writes in an area', () => {
    const needed = Object.entries(PERMISSIONS).filter(([, { area }]) => area).map(([route]) => route)
    const missing = needed.filter((route) => !(route in AREA_SAMPLES))
    expect(missing, 'add a request that writes in township 0 to tests/server/area-samples.ts').toEqual([])
  })

  it.each(Object.keys(AREA_SAMPLES))('%s is refused outside the writer’s area and taken inside', async (route) => {
    const { roles, scopes } = PERMISSIONS[route]!
    const make = async (headers: Record<string, string>) => {
      const [method] = route.split(' ') as ['POST']
      const sample = await AREA_SAMPLES[route]!(api.store)
      const answer = await api.app.inject({ method, ...sample, headers: { ...sample.headers, ...headers } } as InjectOptions)
      asked.count(answer.statusCode === 403 ? 'outside_jurisdiction' : 'taken inside')
      return answer
    }
    for (const role of roles as Role[]) {
      const outside = await make(await sessionOf(role, TOWNSHIPS[1]))
      expect([outside.statusCode, outside.json()], role).toMatchObject([403, { code: 'outside_jurisdiction' }])
      const inside = await make(await sessionOf(role, TOWNSHIPS[0]))
      expect([role, Math.floor(inside.statusCode / 100), inside.body]).toEqual([role, 2, inside.body])
      expect((await make(await sessionOf(role))).statusCode).toBe(inside.statusCode)
    }
    for (const scope of scopes) {
      expect((await make(await keyWith(scope, TOWNSHIPS[1]))).json(), scope).toMatchObject({ code: 'outside_jurisdiction' })
      expect((await make(await keyWith(scope, TOWNSHIPS[0]))).statusCode, scope).toBeLessThan(300)
    }
  })
})
