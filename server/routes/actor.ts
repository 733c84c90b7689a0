import type { FastifyRequest } from 'fastify'
import type { Actor } from '../domain/actor.ts'
import { Unauthenticated } from '../domain/errors.ts'

/**
 * Who acts. That they may use the route is known already: the permission table was asked before the body was read.
 * @throws Unauthenticated sign_in_required, on public routes that say more to who is signed in
 */
export function actorOf({ actor }: FastifyRequest): Actor {
  if (actor === null) throw new Unauthenticated('sign_in_required')
  return actor
}
