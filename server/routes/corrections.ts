import { Type } from 'typebox'
import { Correction, CorrectionRequest } from '#shared/schema/correction.ts'
import { ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { correctZone } from '../domain/zones-correct.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { ifMatch } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'
import { zoneDeps } from './zone-deps.ts'

/** Late entries: that a version in fact held at another time than was recorded. */
export async function correctionRoutes(app: App, deps: Deps): Promise<void> {
  app.post(
    '/api/zones/:id/corrections',
    {
      schema: {
        operationId: 'correctZone', tags: ['zones'], summary: 'Record when a version in fact held 更正生效时间',
        params: Type.Object({ id: ZoneId }), headers: ifMatchHeader('990101-S-0001.2'), body: CorrectionRequest,
        response: { 201: Correction, ...PROBLEMS(400, 401, 403, 404, 409, 412, 422, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      const tag = ifMatch(request)
      const correction = await writeOnce(deps, request, async (once) => correctZone(await zoneDeps(once), actor, id, tag, body))
      return reply.code(201).send(correction)
    },
  )
}
