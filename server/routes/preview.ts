import type { FastifyRequest } from 'fastify'
import { geometryText } from '#shared/geometry/geometry-text.ts'
import { Preview, PreviewRequest } from '#shared/schema/preview.ts'
import type { Deps } from '../deps.ts'
import { previewZone } from '../domain/preview.ts'
import { MOST_INLINE_BYTES, parsedBodyOf } from '../geometry-worker/geometry.ts'
import type { App } from './app-type.ts'
import { DRAWN_BODY_BYTES } from './drafts.ts'
import { requireShallow } from './json-body.ts'
import { langOf } from './lang.ts'
import { PROBLEMS } from './problem-responses.ts'
import { zoneDeps } from './zone-deps.ts'

/** What a zone would enclose before anybody has drafted it. Long lines are read and written away from this thread. */
export async function previewRoutes(app: App, deps: Deps): Promise<void> {
  const parse = app.getDefaultJsonParser('error', 'error')
  const parsed = (request: FastifyRequest, text: string) =>
    new Promise((resolve, reject) => void parse(request, text, (error, body: unknown) => (error ? reject(error) : resolve(body))))
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    requireShallow(body)
    const long = body.length > MOST_INLINE_BYTES ? await parsedBodyOf(body) : null
    return long === null ? parsed(request, body.toString()) : long.body // what is no JSON is refused in Fastify's words
  })

  app.post(
    '/api/preview',
    {
      bodyLimit: DRAWN_BODY_BYTES,
      schema: {
        operationId: 'previewZone', tags: ['drafts'], summary: 'Ground, people and faults of a definition 预览',
        body: PreviewRequest,
        response: { 200: Preview, ...PROBLEMS(400, 401, 413) },
      },
    },
    async (request, reply) => {
      const preview = await previewZone(await zoneDeps(deps), request.body, langOf(request))
      if (!preview.ok) return preview
      const text = `{"ok":true,"geometry":${geometryText(preview.geometry)},"exposure":${JSON.stringify(preview.exposure)}}`
      return reply.type('application/json; charset=utf-8').serializer((sent) => sent as unknown as string).send(text as never)
    },
  )
}
