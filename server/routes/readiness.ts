import { Type } from 'typebox'
import { ZoneReadiness } from '#shared/schema/readiness.ts'
import { ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { readinessOfZone, readinessOfZones } from '../domain/readiness.ts'
import type { App } from './app-type.ts'
import { JudgedAt, judgedAt } from './judged-at.ts'
import { PROBLEMS } from './problem-responses.ts'
import { ruleDeps } from './rule-deps.ts'

const tags = ['rules']
const querystring = JudgedAt

/** Which zones meet their rules; advice for posts, never a lift. */
export async function readinessRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/readiness',
    {
      schema: {
        operationId: 'listReadiness', tags, summary: 'Every zone in force judged by its rules 全部区域的解除条件', querystring,
        response: { 200: Type.Object({ items: Type.Array(ZoneReadiness) }), ...PROBLEMS(400, 401, 403, 422) },
      },
    },
    async (request, reply) => {
      const at = judgedAt(request.query)
      return reply.header('cache-control', 'no-store').send({ items: await readinessOfZones(ruleDeps(deps), { ...(at && { at }) }) })
    },
  )

  app.get(
    '/api/zones/:id/readiness',
    {
      schema: {
        operationId: 'getReadiness', tags, summary: 'One zone judged by its rules 解除条件', params: Type.Object({ id: ZoneId }), querystring,
        response: { 200: ZoneReadiness, ...PROBLEMS(400, 401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      return reply.header('cache-control', 'no-store').send(await readinessOfZone(ruleDeps(deps), request.params.id, judgedAt(request.query)))
    },
  )
}
