import { Type } from 'typebox'
import { GateReport, NewestGateReports, NewGateReport } from '#shared/schema/gate-report.ts'
import type { Deps } from '../deps.ts'
import { makeGateReport, readGateReports, readNewestReports } from '../domain/gate-reports.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'

const tags = ['checkpoints']
const params = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })

/** What gate officers say of their gates; internal, and only ever added to. */
export async function gateReportRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/gate-reports',
    {
      schema: {
        operationId: 'newestGateReports', tags, summary: 'The newest report of every gate, internal 各卡口最新报告（内部）',
        response: { 200: NewestGateReports, ...PROBLEMS(401, 403) },
      },
    },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store')
      return readNewestReports(deps.store.db, deps.config.gateReportMinutes)
    },
  )

  app.get(
    '/api/checkpoints/:id/reports',
    {
      schema: {
        operationId: 'listGateReports', tags, summary: 'A gate’s reports, newest first, internal 卡口报告（内部）', params,
        querystring: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }) }),
        response: { 200: Type.Object({ items: Type.Array(GateReport) }), ...PROBLEMS(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return { items: await readGateReports(deps.store.db, request.params.id, request.query.limit) }
    },
  )

  app.post(
    '/api/checkpoints/:id/reports',
    {
      schema: {
        operationId: 'makeGateReport', tags, summary: 'Report a gate’s status 上报卡口状态', params, body: NewGateReport,
        description: 'May be sent long after it was made and in any order; `key` makes it arrive once.',
        response: { 201: GateReport, ...PROBLEMS(400, 401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      return reply.code(201).send(await writeOnce(deps, request, ({ store }) => makeGateReport(store, actor, id, body)))
    },
  )
}
