import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { jsonText } from '#shared/geometry/geometry-text.ts'
import { Invalid } from '../domain/errors.ts'
import type { OnceKey } from '../store/once-key.ts'

const HEADER = 'idempotency-key'
const KEY = /^[\x21-\x7e]{8,255}$/

const sha256 = (...parts: string[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex')
}

/**
 * The request's Idempotency-Key with the fingerprint of the request, or null where it has none. The same key from
 * another user, for another address or version, or with another body is another request.
 * @throws Invalid idempotency_key_unusable
 */
export function onceKey(request: FastifyRequest): OnceKey | null {
  const key = request.headers[HEADER]
  if (key === undefined) return null
  if (typeof key !== 'string' || !KEY.test(key)) throw new Invalid('idempotency_key_unusable')
  const { actor, method, url, headers, body } = request
  const who = actor === null ? '' : actor.username
  return {
    keyHash: sha256(key),
    fingerprint: sha256(who, method, url, headers['if-match'] ?? '', body === undefined ? '' : jsonText(body)),
  }
}
