import type { FastifyRequest } from 'fastify'
import { Forbidden, Unauthenticated } from '../domain/errors.ts'
import type { App } from './app-type.ts'
import { PERMISSIONS, permissionKey, type Permission } from './permissions.ts'

/**
 * Holds every route to the permission table before its body is read. A route without an entry is refused to everybody,
 * so that one that was forgotten is closed and not open.
 */
export function registerPermissions(app: App): void {
  const routes = new Set<string>()
  app.decorate('permissionKeys', routes)
  app.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) if (name !== 'OPTIONS') routes.add(permissionKey(name, url))
  })
  app.addHook('onReady', async () => {
    const forgotten = [...routes].filter((route) => !Object.hasOwn(PERMISSIONS, route))
    if (forgotten.length > 0) app.log.error({ routes: forgotten }, 'not in the permission table, closed to everybody')
  })
  app.addHook('onRequest', async (request, reply) => {
    const { url, method } = request.routeOptions
    if (url === undefined || method === 'OPTIONS') return
    const permission = requirePermission(request, permissionKey(request.method, url))
    // what needs a right is nobody else's to keep; a handler may say more
    if (permission.roles !== 'public') void reply.header('cache-control', 'private, no-cache')
  })
}

/** What a session may do before its one-time password is changed, beside what everybody may: change it, leave, and see who it is. */
const WITH_ONE_TIME_PASSWORD = new Set(['GET /api/session', 'POST /api/session', 'DELETE /api/session', 'DELETE /api/sessions', 'PUT /api/session/password'])

/** @throws Unauthenticated sign_in_required; Forbidden password_to_change, no_permission_entry, scope_missing, role_missing */
function requirePermission(request: FastifyRequest, key: string): Permission {
  const { actor } = request
  const permission = Object.hasOwn(PERMISSIONS, key) ? PERMISSIONS[key] : undefined
  if (permission === undefined) throw new Forbidden('no_permission_entry', { route: key })
  const { roles, scopes } = permission
  if (actor?.oneTimePassword === true && !WITH_ONE_TIME_PASSWORD.has(key)) {
    if (roles !== 'public') throw new Forbidden('password_to_change')
    request.actor = null
  }
  if (roles === 'public') return permission
  if (actor === null) throw new Unauthenticated('sign_in_required')
  if (actor.scopes !== undefined) {
    const held = actor.scopes
    if (scopes.some((scope) => held.includes(scope))) return permission
    throw new Forbidden('scope_missing', { scopes: scopes.join(', ') || '–' })
  }
  if (!roles.some((role) => actor.roles.includes(role))) throw new Forbidden('role_missing', { roles: roles.join(', ') })
  return permission
}
