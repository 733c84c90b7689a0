import type { FastifyRequest } from 'fastify'
import type { Actor } from '../domain/actor.ts'
import { Forbidden, Unauthenticated } from '../domain/errors.ts'
import { actorOfKey } from '../domain/keys.ts'
import { sessionOf } from '../domain/sessions.ts'
import type { Deps } from '../deps.ts'
import type { App } from './app-type.ts'
import { createMemory } from './remembered.ts'
import type { CountRequest } from './rate-limit.ts'

export const SESSION_COOKIE = 'sanqu_session'
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Sets `request.actor` from the key or the session cookie, refuses writes that another site's page sends, and counts
 * whoever shows neither.
 */
export function registerAuth(app: App, deps: Deps, count: CountRequest): void {
  app.decorateRequest('actor', null)
  app.decorateRequest('sessionUser', null)
  const keys = createMemory<Actor>()
  const sessions = createMemory<NonNullable<Awaited<ReturnType<typeof sessionOf>>>>()
  app.addHook('onRequest', async (request) => {
    try {
      await identify(request)
    } catch (error) {
      await count(request)
      throw error
    }
    if (request.actor === null) await count(request)
  })

  async function identify(request: FastifyRequest): Promise<void> {
    const key = bearerOf(request)
    const reads = SAFE.has(request.method)
    if (key !== null) return void (request.actor = await keys(key, reads, () => actorOfKey(deps, key)))
    const token = request.cookies[SESSION_COOKIE]
    if (token === undefined && request.routeOptions.url !== '/api/session') return
    if (!reads) refuseForeignOrigin(request.headers.origin, ownOrigin(deps, request.protocol, request.host))
    if (token === undefined) return
    const session = await sessions(token, reads, () => sessionOf(deps, token))
    request.actor = session?.actor ?? null
    request.sessionUser = session?.user ?? null
  }
}

/**
 * The credential of `Authorization: Bearer …`, null where there is none.
 * @throws Unauthenticated key_refused for any other scheme
 */
export function bearerOf({ headers: { authorization } }: FastifyRequest): string | null {
  if (authorization === undefined) return null
  const key = /^Bearer ([\w-]{1,200})$/i.exec(authorization)?.[1]
  if (key === undefined) throw new Unauthenticated('key_refused')
  return key
}

const ownOrigin = (deps: Deps, protocol: string, host: string) => deps.config.publicOrigin ?? `${protocol}://${host}`

/** Browsers send Origin with every write; a program that sends none carries no other site's page. */
function refuseForeignOrigin(origin: string | undefined, own: string): void {
  if (origin !== undefined && origin !== own) throw new Forbidden('origin_refused', { origin })
}
