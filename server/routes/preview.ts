import { jsonText } from '#shared/geometry/geometry-text.ts'
import { Preview, PreviewRequest } from '#shared/schema/preview.ts'
import type { Deps } from '../deps.ts'
import { previewZone } from '../domain/preview.ts'
import type { App } from './app-type.ts'
import { DRAWN_BODY_BYTES } from './drafts.ts'
import { langOf } from './lang.ts'
import { PROBLEMS } from './problem-responses.ts'
import { zoneDeps } from './zone-deps.ts'

/** What a zone would enclose before anybody has drafted it. Long lines are written away from this thread. */
export async function previewRoutes(app: App, deps: Deps): Promise<void> {
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
      return reply.serializer(jsonText).send(preview)
    },
  )
}
