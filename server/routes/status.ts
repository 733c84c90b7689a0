import { Type } from 'typebox'
import { MomentQuery } from '#shared/schema/moment.ts'
import { Status } from '#shared/schema/status.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { demoAccounts } from '../domain/demo-accounts.ts'
import { saidMoment } from '../live/moment.ts'
import { allDatasets, areaBounds, district } from '../store/datasets.ts'
import type { LiveZone } from '../store/live-zones.ts'
import { version } from '../version.ts'
import type { App } from './app-type.ts'
import { momentOf } from './moment-of.ts'
import { PROBLEMS } from './problem-responses.ts'
import { zonesOfMoment } from './zones-of-moment.ts'

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
        querystring: Type.Object(MomentQuery),
        response: { 200: Status, ...PROBLEMS(400, 422) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const moment = momentOf(deps, 'public', request.query)
      return {
        version,
        engine: deps.store.engine,
        seq: deps.live.seq(),
        as_of: deps.live.asOf().toISOString(),
        ...(await ground()),
        zones: numbersOf(moment === null ? deps.live.zones('public') : await zonesOfMoment(deps, moment, 'public')),
        ...(moment !== null && saidMoment(moment)),
        single_sign_on: deps.config.oidc !== null,
        // nobody can sign in while the database is away, so no account is offered then
        demo_accounts: await demoAccounts(deps).catch(
          (error: Error) => (request.log.warn({ reason: error.message }, 'demo accounts'), []),
        ),
      }
    },
  )
}

const numbersOf = (zones: readonly LiveZone[]): Status['zones'] =>
  ZONE_KINDS.map((kind) => {
    const own = zones.filter((zone) => zone.kind === kind)
    return { kind, zones: own.length, people: own.reduce((sum, zone) => sum + zone.people, 0) }
  })

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
