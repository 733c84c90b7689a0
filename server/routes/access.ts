import { Type } from 'typebox'
import type { MultiPolygon } from 'geojson'
import { Access, ClosuresAsked, closuresAsked, DraftGround, LeastGates, LeastGatesOptions, Supply } from '#shared/schema/roads.ts'
import { ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { findAccess } from '../domain/access.ts'
import { WALK_M } from '../domain/cut-off.ts'
import { findLeastGates } from '../domain/least-gates.ts'
import { findSupply } from '../domain/supply.ts'
import { zoneGroundNow } from '../domain/zone-ground.ts'
import type { App } from './app-type.ts'
import { DRAWN_BODY_BYTES } from './drafts.ts'
import { parseFixed } from './fixed-places.ts'
import { PROBLEMS } from './problem-responses.ts'
import { postedGround, roadDeps } from './road-deps.ts'

const tags = ['roads']
const params = Type.Object({ id: ZoneId })
const draft = Type.Optional(Type.Boolean({ description: 'The zone’s draft instead of what is in force' }))
const Fixed = Type.Optional(Type.String({ maxLength: 4000, description: 'Gates that must stay: lng,lat;lng,lat', examples: ['109.5,34.5'] }))
const LeastOptions = Type.Object({ ...LeastGatesOptions, fixed: Fixed })
const AccessOptions = Type.Object({ rooms_per_10000: Type.Optional(Type.Number({ minimum: 0, maximum: 1000, description: 'Quarantine rooms needed for 10,000 people; 40' })), closures: closuresAsked('planned') })
const SupplyOptions = Type.Object({
  walk: Type.Optional(Type.Number({ minimum: 10, maximum: 10_000, description: 'Longest walk to a delivery point, metres along ways; 500' })),
  closures: closuresAsked('planned'),
  without: Type.Optional(Type.Integer({ minimum: 1, description: 'Also what is cut off without this checkpoint' })),
})

/** What a ground's gates and closures do to those inside: the least gate set, access to care, supply; each of a zone or a drawn line. */
export async function accessRoutes(app: App, deps: Deps): Promise<void> {
  const questions = [
    { path: 'gates/least', id: 'leastGates', summary: 'The fewest gates that seal it 最少卡口方案', options: LeastOptions, answer: LeastGates, ask: least },
    { path: 'access', id: 'access', summary: 'Who is cut off from care, and how far it is 就医与救援通达', options: AccessOptions, answer: Access, ask: access },
    { path: 'supply', id: 'supply', summary: 'Which compounds have no delivery point or green lane 物资保供通达', options: SupplyOptions, answer: Supply, ask: supply },
  ] as const
  for (const { path, id, summary, options, answer, ask } of questions) {
    const name = id[0]!.toUpperCase() + id.slice(1)
    app.get(
      `/api/zones/:id/${path}`,
      { schema: { operationId: `zone${name}`, tags, summary, params, querystring: Type.Object({ ...options.properties, draft }), response: { 200: answer, ...PROBLEMS(400, 401, 404, 422) } } },
      async (request) => {
        const { geometry } = await zoneGroundNow(deps.store.db, (request.params as { id: string }).id, (request.query as { draft?: boolean }).draft ?? false)
        return ask(geometry, request.query as never)
      },
    )
    app.post(
      `/api/${path}`,
      {
        bodyLimit: DRAWN_BODY_BYTES,
        schema: { operationId: `drawn${name}`, tags, summary, querystring: options, body: DraftGround, response: { 200: answer, ...PROBLEMS(400, 401, 413, 422) } },
      },
      async (request) => {
        return ask(await postedGround(deps, request.body as never), request.query as never)
      },
    )
  }

  async function least(ground: MultiPolygon, asked: { max_out?: number; by?: 'gates' | 'posts'; fixed?: string }) {
    const { max_out: maxOutM = 300, by = 'gates', fixed = '' } = asked
    return findLeastGates(await roadDeps(deps), ground, { maxOutM, by, fixed: parseFixed(fixed) })
  }

  async function access(ground: MultiPolygon, asked: { rooms_per_10000?: number; closures?: ClosuresAsked }) {
    const { rooms_per_10000: roomsPer10k = 40, closures = 'planned' } = asked
    return findAccess(deps.store.db, await roadDeps(deps), ground, { roomsPer10k, closures })
  }

  async function supply(ground: MultiPolygon, { walk: walkM = WALK_M, without = null, closures = 'planned' }: { walk?: number; without?: number | null; closures?: ClosuresAsked }) {
    const zones = deps.live.zones('all').filter(({ kind }) => kind !== 'precaution').map(({ geometry }) => geometry)
    return findSupply(deps.store.db, await roadDeps(deps), ground, [ground, ...zones], { walkM, without, closures })
  }
}
