import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { SessionUser } from '#shared/schema/session.ts'
import type { Actor } from '../domain/actor.ts'

/** The server as route files see it: types of params, query and body follow from their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route as the permission table names it. */
    permissionKeys: ReadonlySet<string>
  }
  interface FastifyRequest {
    /** The signed-in post, or null for the public; set before every handler. */
    actor: Actor | null
    sessionUser: SessionUser | null
  }
}
