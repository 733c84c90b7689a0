import { Status } from '#shared/schema/status.ts'
import type { Deps } from '../deps.ts'
import { demoAccounts } from '../domain/demo-accounts.ts'
import { allDatasets, areaBounds, district } from '../store/datasets.ts'
import { version } from '../version.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'

/** What a screen asks first. */
export async function statusRoutes(app: App, deps: Deps): Promise<void> {
  const ground = groundFacts(deps)
  app.get(
    '/api/status',
    {
      schema: {
        operationId: 'status',
        tags: ['status'],
        summary: 'What is loaded, and how old the picture is 数据与时效',
        response: { 200: Status, ...PROBLEMS() },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return {
        version,
        engine: deps.store.engine,
        seq: deps.live.seq(),
        as_of: deps.live.asOf().toISOString(),
        ...(await ground()),
        // nobody can sign in while the database is away, so no account is offered then
        demo_accounts: await demoAccounts(deps).catch(
          (error: Error) => (request.log.warn({ reason: error.message }, 'demo accounts'), []),
        ),
      }
    },
  )
}

type GroundFacts = Pick<Status, 'bounds' | 'district' | 'datasets'>

/** What is loaded: read once for each state of the ground, so that a screen can begin while the database is away. */
function groundFacts({ store: { db }, live }: Deps): () => Promise<GroundFacts> {
  let known: { groundSeq: number; facts: GroundFacts } | null = null
  return async () => {
    const groundSeq = live.groundSeq()
    if (known?.groundSeq !== groundSeq) {
      known = {
        groundSeq,
        facts: { bounds: await areaBounds(db), district: await district(db), datasets: await allDatasets(db) },
      }
    }
    return known.facts
  }
}
