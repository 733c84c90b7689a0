import type { FastifyRequest } from 'fastify'
import type { Role } from '#shared/schema/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Forbidden, Unauthenticated } from '../domain/errors.ts'

/**
 * Who acts. That they may use the route is known already: the permission table was asked before the body was read.
 * @throws Unauthenticated sign_in_required, on public routes that say more to who is signed in
 */
export function actorOf({ actor }: FastifyRequest): Actor {
  if (actor === null) throw new Unauthenticated('sign_in_required')
  return actor
}

/**
 * The signed-in post, which must hold one of the roles; with no roles named any signed-in post will do.
 * @throws Unauthenticated sign_in_required; Forbidden role_missing
 */
export function requireRole(request: FastifyRequest, ...roles: Role[]): Actor {
  const actor = actorOf(request)
  if (roles.length > 0 && !roles.some((role) => actor.roles.includes(role))) {
    throw new Forbidden('role_missing', { roles: roles.join(', ') })
  }
  return actor
}
