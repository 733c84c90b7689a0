import { Type } from 'typebox'
import { Crossings, DraftGround, PlanGates, ZoneCrossings } from '#shared/schema/roads.ts'
import { ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { groundCrossings, zoneCrossings } from '../domain/crossings.ts'
import { planGates } from '../domain/gates-plan.ts'
import { signGates } from '../domain/gates-sign.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { DRAWN_BODY_BYTES } from './drafts.ts'
import { PROBLEMS } from './problem-responses.ts'
import { postedGround, roadDeps } from './road-deps.ts'
import { writeOnce } from './write-once.ts'

const tags = ['roads']
const params = Type.Object({ id: ZoneId })
const Draft = Type.Optional(Type.Boolean({ description: 'The zone’s draft instead of what is in force' }))

/** Which roads leave a zone, who stands there, and who has signed for it. */
export async function crossingRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/zones/:id/crossings',
    {
      schema: {
        operationId: 'zoneCrossings', tags, summary: 'Where roads cross a zone’s edge, and who holds them 区域边界上的路口', params,
        querystring: Type.Object({ draft: Draft }),
        response: { 200: ZoneCrossings, ...PROBLEMS(400, 401, 404) },
      },
    },
    async (request) => {
      return zoneCrossings(deps.store.db, await roadDeps(deps), request.params.id, request.query.draft ?? false)
    },
  )

  app.post(
    '/api/crossings',
    {
      bodyLimit: DRAWN_BODY_BYTES,
      schema: {
        operationId: 'crossings', tags, summary: 'The same of a drawn line 所画范围的路口', body: DraftGround,
        response: { 200: Crossings, ...PROBLEMS(400, 401, 413, 422) },
      },
    },
    async (request) => {
      const ground = await postedGround(deps, request.body)
      return groundCrossings({ picture: await deps.live.roads(), checkpoints: deps.live.checkpoints() }, ground)
    },
  )

  app.post(
    '/api/zones/:id/gates',
    {
      schema: {
        operationId: 'planGates', tags, summary: 'Plan a gate or a closure at every open crossing 在所有敞开路口设卡', params, body: PlanGates,
        response: { 201: ZoneCrossings, ...PROBLEMS(400, 401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const picture = await deps.live.roads()
      return reply.code(201).send(await writeOnce(deps, request, ({ store }) => planGates(store, picture, actor, request.params.id, request.body)))
    },
  )

  app.post(
    '/api/zones/:id/gates/signature',
    {
      schema: {
        operationId: 'signGates', tags, summary: 'Sign the gate list that was looked at 签认卡口清单', params,
        body: Type.Object({ list: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'list of the crossings' }), draft: Draft }, { additionalProperties: false }),
        response: { 201: ZoneCrossings, ...PROBLEMS(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { list, draft = false } = request.body
      const picture = await deps.live.roads()
      return reply.code(201).send(await writeOnce(deps, request, ({ store }) => signGates(store, picture, actor, request.params.id, list, draft)))
    },
  )
}
