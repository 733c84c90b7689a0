import { takesKey } from '../../server/routes/idempotency-header.ts'
import type { App } from '../../server/routes/app-type.ts'

export type WriteRoute = { method: string; url: string }

/** Every route of the app that makes a change, from the OpenAPI document: `{id}` instead of `:id`. */
export function writeRoutes(app: App): WriteRoute[] {
  const { paths } = app.swagger() as { paths: Record<string, Record<string, unknown>> }
  return Object.entries(paths).flatMap(([url, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), url })).filter(({ method }) => takesKey(method, url)),
  )
}
