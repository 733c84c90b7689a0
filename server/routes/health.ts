import { Type } from 'typebox'
import type { Deps } from '../deps.ts'
import { databaseAnswers } from '../store/ping.ts'
import type { App } from './app-type.ts'

const tags = ['operations']
const READY_MS = 2_000

/** Is the process alive; can it answer and write. */
export async function healthRoutes(app: App, { store, live }: Deps): Promise<void> {
  const Alive = Type.Object({ status: Type.Literal('ok') })
  app.get('/livez', { schema: { operationId: 'livez', tags, summary: 'Process is alive 存活', response: { 200: Alive } } }, async () => ({
    status: 'ok' as const,
  }))

  const Ready = Type.Object({ database: Type.Boolean(), picture_age_s: Type.Number({ description: 'Age of the live picture' }) })
  app.get(
    '/readyz',
    { schema: { operationId: 'readyz', tags, summary: 'Database answers and the picture is loaded 就绪', response: { 200: Ready, 503: Ready } } },
    async (_request, reply) => {
      const database = await databaseAnswers(store.db, READY_MS)
      const age = Math.max(0, (Date.now() - live.asOf().getTime()) / 1000)
      return reply.code(database ? 200 : 503).send({ database, picture_age_s: age })
    },
  )
}
