import type { FastifyReply, FastifyRequest } from 'fastify'
import { PreconditionRequired } from '../domain/errors.ts'

/**
 * The entity tag that a change is made to; weak tags and `*` do not name a version.
 * @throws PreconditionRequired
 */
export function ifMatch(request: FastifyRequest): string {
  const tag = request.headers['if-match']
  if (tag === undefined || !/^"[^"]+"$/.test(tag)) throw new PreconditionRequired('precondition_required')
  return tag.slice(1, -1)
}

/** Sets the strong ETag and says whether the reader has that version already (answer 304 then). */
export function isFresh(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  void reply.header('etag', `"${tag}"`)
  const known = request.headers['if-none-match']
  return known !== undefined && known.split(',').some((entry) => entry.trim().replace(/^W\//, '') === `"${tag}"`)
}
