import type { FastifyRequest } from 'fastify'
import { Forbidden, Unauthenticated } from '../domain/errors.ts'
import type { Audience } from '../live/audience.ts'

/** A signed-in post sees internal zones and checkpoints too, and so does a key with the scope `read`. */
export const audienceOf = ({ actor }: FastifyRequest): Audience =>
  actor === null || (actor.scopes !== undefined && !actor.scopes.includes('read')) ? 'public' : 'all'

/**
 * Refuses who may see only what everybody sees.
 * @throws Unauthenticated sign_in_required; Forbidden scope_missing
 */
export function requireInsider(request: FastifyRequest): void {
  if (audienceOf(request) === 'all') return
  if (request.actor === null) throw new Unauthenticated('sign_in_required')
  throw new Forbidden('scope_missing', { scopes: 'read' })
}
