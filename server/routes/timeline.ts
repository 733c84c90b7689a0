import { Type } from 'typebox'
import { TimelineMark } from '#shared/schema/timeline.ts'
import type { Deps } from '../deps.ts'
import { readPlans } from '../domain/plans-read.ts'
import { timelineMarks } from '../store/timeline.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { langOf } from './lang.ts'
import { PROBLEMS } from './problem-responses.ts'

const DAY_MS = 86_400_000
const MOST = 2_000

/** When zones began, changed and ended, and for signed-in posts what is planned: the marks of the screen's time slider. */
export async function timelineRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/timeline',
    {
      schema: {
        operationId: 'timeline', tags: ['zones'], summary: 'Beginnings, changes and ends of zones 时间轴',
        querystring: Type.Object({
          days: Type.Integer({ minimum: 1, maximum: 3660, default: 30, description: 'So many days back; at most 2,000 marks, the newest' }),
        }),
        response: { 200: Type.Object({ marks: Type.Array(TimelineMark) }), ...PROBLEMS(400) },
      },
    },
    async (request, reply) => {
      const isPublic = audienceOf(request) === 'public'
      void reply.header('cache-control', 'no-store').header('vary', 'cookie')
      const from = new Date(deps.now().getTime() - request.query.days * DAY_MS).toISOString()
      const marks = await timelineMarks(deps.store.db, from, isPublic, MOST)
      const plans = isPublic ? [] : (await readPlans(deps.store.db, langOf(request))).filter((plan) => plan.failed === null)
      const planned = plans.map(({ due_at, action, zone_id, kind, name, name_en }): TimelineMark => ({
        at: due_at, verb: action === 'start' ? 'published' : 'lifted', zone_id, kind, name, name_en, planned: true,
      }))
      return { marks: [...marks, ...planned] }
    },
  )
}
