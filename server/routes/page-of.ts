import type { FastifyReply, FastifyRequest } from 'fastify'
import { linkNext } from './next-page.ts'

/**
 * One page out of rows that were asked for with one more than `limit`, so that the last page knows that it is the last;
 * `key` is what the next page begins after.
 */
export function pageOf<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  rows: T[],
  limit: number,
  key: (row: T) => string | number,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit)
  const next = rows.length > limit ? String(key(items.at(-1)!)) : null
  linkNext(request, reply, next)
  return { items, next }
}
