import { Type } from 'typebox'
import { Plan } from '#shared/schema/plan.ts'
import { PlannedEnd, ZoneGround, ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { cancelEnd, planEnd } from '../domain/planned-end.ts'
import { cancelStart } from '../domain/planned-start.ts'
import { readPlans } from '../domain/plans-read.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { langOf } from './lang.ts'
import { ifMatch } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'

const tags = ['plans']
const params = Type.Object({ id: ZoneId })
const ofZone = ifMatchHeader('990101-S-0001.2')
const ofPlan = ifMatchHeader('990101-S-0001.p7')
const CHANGED = PROBLEMS(400, 401, 403, 404, 409, 412, 422, 428)

/** What is decided beforehand: starts that are under embargo until their instant, and ends. For signed-in posts. */
export async function planRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/plans',
    {
      schema: {
        operationId: 'listPlans', tags, summary: 'Planned starts and ends, and those that failed 计划中的开始与结束',
        response: { 200: Type.Object({ items: Type.Array(Plan) }), ...PROBLEMS(401) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return { items: await readPlans(deps.store.db, langOf(request)) }
    },
  )

  app.put(
    '/api/zones/:id/planned-end',
    {
      schema: {
        operationId: 'planZoneEnd', tags, summary: 'Decide beforehand when the zone ends 计划结束', params, headers: ofZone, body: PlannedEnd,
        response: { 200: ZoneGround, ...CHANGED },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      return writeOnce(deps, request, (once) => planEnd(once, actor, id, ifMatch(request), body))
    },
  )

  app.delete(
    '/api/zones/:id/planned-end',
    {
      schema: {
        operationId: 'cancelZoneEnd', tags, summary: 'Cancel a planned end before its time 取消计划结束', params, headers: ofPlan,
        response: { 204: Type.Null(), ...CHANGED },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      await writeOnce(deps, request, (once) => cancelEnd(once, actor, request.params.id, ifMatch(request)))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/zones/:id/planned-start',
    {
      schema: {
        operationId: 'cancelZoneStart', tags, summary: 'Cancel a planned start: it is a draft again 取消计划开始', params, headers: ofPlan,
        response: { 204: Type.Null(), ...CHANGED },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      await writeOnce(deps, request, (once) => cancelStart(once, actor, request.params.id, ifMatch(request)))
      return reply.code(204).send(null)
    },
  )
}
