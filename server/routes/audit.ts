import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { AuditPage } from '#shared/schema/audit.ts'
import type { Deps } from '../deps.ts'
import { auditEntry, auditLines, recordReading } from '../domain/audit.ts'
import { eventNouns, searchEvents } from '../store/audit.ts'
import { lastEventSeq } from '../store/events.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { pageOf } from './page-of.ts'
import { PROBLEMS } from './problem-responses.ts'

const tags = ['audit']
const Word = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }))
const Moment = Type.Optional(Type.String({ format: 'date-time' }))

/** The audit log, for auditors: searched by page, and whole as NDJSON. Taking it whole is recorded. */
export async function auditRoutes(app: App, { store }: Deps): Promise<void> {
  app.get(
    '/api/audit',
    {
      schema: {
        operationId: 'searchAudit', tags, summary: 'Audit log, newest first 审计记录',
        querystring: Type.Object({
          noun: Word,
          verb: Word,
          q: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'In the post, the subject or the payload' })),
          since: Moment,
          until: Moment,
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
          cursor: Type.Optional(Type.Integer({ minimum: 1, description: 'next of the page before' })),
        }),
        response: { 200: AuditPage, ...PROBLEMS(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { q, cursor, limit, ...rest } = request.query
      const filter = { ...rest, ...(q !== undefined && { text: q }), ...(cursor !== undefined && { before: cursor }) }
      const rows = (await searchEvents(store.db, filter, limit + 1)).map(auditEntry)
      void reply.header('cache-control', 'no-store')
      return { ...pageOf(request, reply, rows, limit, (row) => row.seq), nouns: await eventNouns(store.db) }
    },
  )

  app.get(
    '/api/audit.ndjson',
    {
      schema: {
        operationId: 'exportAudit', tags, summary: 'The whole audit log as NDJSON 导出审计记录',
        querystring: Type.Object({ after: Type.Integer({ minimum: 0, default: 0, description: 'Only events after this number' }) }),
        response: {
          200: { description: 'An AuditEntry a line', content: { 'application/x-ndjson': { schema: Type.Any() } } },
          ...PROBLEMS(400, 401, 403),
        },
      },
    },
    async (request, reply) => {
      const { after } = request.query
      await recordReading(store, actorOf(request), 'audit', (await lastEventSeq(store.db)) - after)
      const file = 'attachment; filename="sanqu-audit.ndjson"'
      void reply.headers({ 'content-type': 'application/x-ndjson', 'content-disposition': file, 'cache-control': 'no-store' })
      return reply.send(Readable.from(auditLines(store.db, after)))
    },
  )
}
