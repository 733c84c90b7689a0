import type { FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { Unauthenticated } from '../domain/errors.ts'
import { actorOfKey } from '../domain/keys.ts'
import { sessionOf } from '../domain/sessions.ts'
import { bearerOf, SESSION_COOKIE } from './auth-hook.ts'

/** What a long answer was begun with, to be asked again while it goes on. */
export type Credential = {
  username: string
  isKey: boolean
  /** Whether it holds no longer; while the database is away nobody can say so, and the answer goes on. */
  hasEnded(): Promise<boolean>
}

/** The session or key of a request that has one; null for the public. */
export function credentialOf(deps: Deps, request: FastifyRequest): Credential | null {
  const { actor } = request
  if (actor === null) return null
  const key = bearerOf(request)
  const token = request.cookies[SESSION_COOKIE]
  return {
    username: actor.username,
    isKey: key !== null,
    hasEnded: async () => {
      try {
        if (key !== null) return (await actorOfKey(deps, key)) === null
        return token === undefined || (await sessionOf(deps, token)) === null
      } catch (error) {
        return error instanceof Unauthenticated
      }
    },
  }
}
