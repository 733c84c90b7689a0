import { Status } from '#shared/schema/status.ts'
import type { Deps } from '../deps.ts'
import { demoAccounts } from '../domain/demo-accounts.ts'
import { allDatasets, areaBounds, district } from '../store/datasets.ts'
import { version } from '../version.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'

/** What a screen asks first. */
export async function statusRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/status',
    { schema: { operationId: 'status', tags: ['status'], summary: 'What is loaded, and how old the picture is 数据与时效', response: { 200: Status, ...PROBLEMS() } } },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store')
      const { db, engine } = deps.store
      return {
        version,
        engine,
        seq: deps.live.seq(),
        as_of: deps.live.asOf().toISOString(),
        bounds: await areaBounds(db),
        district: await district(db),
        datasets: await allDatasets(db),
        demo_accounts: await demoAccounts(deps),
      }
    },
  )
}
