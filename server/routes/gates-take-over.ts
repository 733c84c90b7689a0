import { Type } from 'typebox'
import { TakeOverGates, ZoneCrossings } from '#shared/schema/roads.ts'
import { ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { takeOverLeastGates } from '../domain/gates-take-over.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { ifMatch } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'
import { zoneDeps } from './zone-deps.ts'

/** The planner agrees to the least gate set: the draft takes its line and its gates. */
export async function takeOverRoutes(app: App, deps: Deps): Promise<void> {
  app.post(
    '/api/zones/:id/gates/least',
    {
      schema: {
        operationId: 'takeOverLeastGates', tags: ['roads'], summary: 'Give a draft the line and the gates of the least gate set 草稿采用最少卡口方案',
        params: Type.Object({ id: ZoneId }), headers: ifMatchHeader('990101-C-0001.d3'), body: TakeOverGates,
        response: { 201: ZoneCrossings, ...PROBLEMS(400, 401, 403, 404, 412, 422, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const tag = ifMatch(request)
      const { max_out: maxOutM = 300, by = 'gates', fixed = [], ...gates } = request.body
      const picture = await deps.live.roads()
      const taken = await writeOnce(deps, request, async (inside) =>
        takeOverLeastGates(await zoneDeps(inside), picture, actor, request.params.id, tag, { least: { maxOutM, by, fixed }, gates }))
      return reply.code(201).send(taken)
    },
  )
}
