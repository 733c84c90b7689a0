import type { Problem } from '#shared/schema/problem.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import { failure, type Answer } from './answer.ts'
import { createSendOnce, type SendOnce } from './send-once.ts'

/** `key`: the change's own Idempotency-Key, for a caller that keeps it and sends again by itself. */
export type Call = { body?: unknown; key?: string; ifMatch?: string; signal?: AbortSignal; query?: Record<string, string | number | undefined> }
export type Request = <T>(method: string, path: string, call?: Call) => Promise<Answer<T>>

/**
 * Calls of the API in the reader's language. Never rejects: what the server refuses and a server that cannot be
 * reached (`unreachable`, status 0) are answers; only an aborted call answers with code `aborted`.
 */
export function createRequest(fetch: typeof globalThis.fetch, lang: () => Lang, once: SendOnce = createSendOnce()): Request {
  return async <T>(method: string, path: string, call: Call = {}): Promise<Answer<T>> => {
    const { errors } = DICTIONARIES[lang()]
    const body = call.body === undefined ? null : JSON.stringify(call.body)
    const send = async (key: string | null) => {
      const response = await fetch(withQuery(path, call.query), {
        method,
        headers: {
          'Accept-Language': lang(),
          ...(key === null ? {} : { 'Idempotency-Key': key }),
          ...(body === null ? {} : { 'Content-Type': 'application/json' }),
          ...(call.ifMatch === undefined ? {} : { 'If-Match': call.ifMatch }),
        },
        body,
        signal: call.signal ?? null,
      })
      return { response, value: await contentOf(response) }
    }
    try {
      // a call that can be aborted only asks; every other one that is no GET makes a change
      const asks = method === 'GET' || call.signal !== undefined
      const { response, value } = await (asks ? send(null) : call.key !== undefined ? send(call.key) : once(JSON.stringify([method, path, call.ifMatch, body]), send))
      const date = response.headers.get('date')
      if (!response.ok) return { ok: false, status: response.status, problem: value as Problem }
      return { ok: true, value: value as T, etag: response.headers.get('etag'), date: date === null ? null : new Date(date) }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return failure(0, 'aborted', '', '')
      if (error instanceof SyntaxError) return failure(0, 'unreadable', errors.unreadable, errors.unreadableFix)
      return failure(0, 'unreachable', errors.unreachable, errors.unreachableFix)
    }
  }
}

/** JSON, or an ArrayBuffer where the server says that these are bytes. */
async function contentOf(response: Response): Promise<unknown> {
  if (response.headers.get('content-type')?.startsWith('application/octet-stream')) return response.arrayBuffer()
  const text = await response.text()
  return text === '' ? null : (JSON.parse(text) as unknown)
}

function withQuery(path: string, query: Call['query'] = {}): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
