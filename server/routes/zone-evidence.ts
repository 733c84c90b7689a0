import { Type } from 'typebox'
import { Evidence, NewEvidence, Withdrawal } from '#shared/schema/evidence.ts'
import { ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { enterEvidence, readEvidence, withdrawEvidence } from '../domain/evidence.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { pageOf } from './page-of.ts'
import { PROBLEMS } from './problem-responses.ts'
import { ruleDeps } from './rule-deps.ts'
import { writeOnce } from './write-once.ts'

const tags = ['rules']
const params = Type.Object({ id: ZoneId })

/** What zones are judged by: counts of a zone on a day, internal, only ever added to. */
export async function zoneEvidenceRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/zones/:id/evidence',
    {
      schema: {
        operationId: 'listEvidence', tags, summary: 'A zone’s evidence, newest entry first, internal 研判数据（内部）', params,
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          cursor: Type.Integer({ minimum: 1, default: Number.MAX_SAFE_INTEGER, description: 'next of the page before' }),
        }),
        response: {
          200: Type.Object({ items: Type.Array(Evidence), next: Type.Union([Type.String(), Type.Null()]) }),
          ...PROBLEMS(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query
      void reply.header('cache-control', 'no-store')
      return pageOf(request, reply, await readEvidence(ruleDeps(deps), request.params.id, cursor, limit + 1), limit, (row) => row.id)
    },
  )

  app.post(
    '/api/zones/:id/evidence',
    {
      schema: {
        operationId: 'enterEvidence', tags, summary: 'Enter or correct evidence 登记研判数据', params, body: NewEvidence,
        response: { 201: Evidence, ...PROBLEMS(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      return reply.code(201).send(await writeOnce(deps, request, async (inside) => enterEvidence(ruleDeps(inside), actor, id, body)))
    },
  )

  app.post(
    '/api/zones/:id/evidence/:entry/withdraw',
    {
      schema: {
        operationId: 'withdrawEvidence', tags, summary: 'Take an entry back, with a reason 撤回记录',
        params: Type.Object({ id: ZoneId, entry: Type.Integer({ minimum: 1 }) }), body: Withdrawal,
        response: { 201: Evidence, ...PROBLEMS(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { params: { id, entry }, body } = request
      return reply.code(201).send(await writeOnce(deps, request, async (inside) => withdrawEvidence(ruleDeps(inside), actor, id, entry, body)))
    },
  )
}
