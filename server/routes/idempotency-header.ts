import { Type, type TObject } from 'typebox'
import type { App } from './app-type.ts'

const METHODS = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Routes that are no `writeOnce`: those that change nothing, and those whose answers must not be kept (signing in and
 * out, passwords and keys shown once), which do no harm when they are sent twice.
 */
export const NOT_KEPT: ReadonlySet<string> = new Set([
  '/api/check', '/api/preview', '/api/zones/candidates', '/api/rules/:id/what-if', '/api/crossings', '/api/gates/least', '/api/access', '/api/supply', '/api/checkpoints/cut-off',
  '/api/session', '/api/session/demo', '/api/session/password', '/api/sessions',
  '/api/users', '/api/users/:username/password', '/api/keys',
])

const Key = Type.Optional(
  Type.String({
    description: 'Names this request: sent again with the same key, by the same user and with the same body, it gets the same answer and changes nothing again',
    examples: ['6b1f0c1e-5b0e-4d0c-9a57-0f4f3c2b1a90'],
  }),
)

/** Whether a route makes a change, and so takes an Idempotency-Key. */
export const takesKey = (method: string, url: string): boolean =>
  METHODS.has(method) && !NOT_KEPT.has(url.replaceAll(/\{(\w+)\}/g, ':$1'))

/** Writes the Idempotency-Key into the schema of every route that takes one. */
export function registerIdempotencyHeader(app: App): void {
  app.addHook('onRoute', (route) => {
    const methods = Array.isArray(route.method) ? route.method : [route.method]
    if (!methods.some((method) => takesKey(method, route.url))) return
    const headers = route.schema?.headers as TObject | undefined
    route.schema = { ...route.schema, headers: Type.Object({ ...headers?.properties, 'idempotency-key': Key }) }
  })
}
