import type { FastifyRequest } from 'fastify'
import type { Role } from '#shared/schema/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Forbidden, Unauthenticated } from '../domain/errors.ts'

/**
 * The signed-in post, which must hold one of the roles; with no roles named any signed-in post will do.
 * @throws Unauthenticated sign_in_required; Forbidden role_missing
 */
export function requireRole(request: FastifyRequest, ...roles: Role[]): Actor {
  const { actor } = request
  if (actor === null) throw new Unauthenticated('sign_in_required')
  if (roles.length > 0 && !roles.some((role) => actor.roles.includes(role))) {
    throw new Forbidden('role_missing', { roles: roles.join(', ') })
  }
  return actor
}
