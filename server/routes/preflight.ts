import { Type } from 'typebox'
import { ChangeConfirmation, Preflight } from '#shared/schema/preflight.ts'
import { ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { confirmChange, readPreflight } from '../domain/preflight-read.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { ifMatch } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'
import { zoneDeps } from './zone-deps.ts'

const tags = ['reviews']
const params = Type.Object({ id: ZoneId })

/** What publishing would change, and a second person's word on what is abnormal about it. */
export async function preflightRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/zones/:id/preflight',
    {
      schema: {
        operationId: 'getPreflight', tags, summary: 'What publishing the draft would change 发布前检查', params,
        response: { 200: Preflight, ...PROBLEMS(400, 401, 404, 409, 422) },
      },
    },
    async (request, reply) => {
      // what is in force moves under it, so it is never answered from a cache
      return reply.header('cache-control', 'no-store').send(await readPreflight(await zoneDeps(deps), request.params.id))
    },
  )

  app.post(
    '/api/zones/:id/confirm-change',
    {
      schema: {
        operationId: 'confirmChange', tags, summary: 'Confirm an abnormal change 确认异常变更', params,
        headers: ifMatchHeader('990101-S-0001.d3'), body: ChangeConfirmation,
        response: { 200: Preflight, ...PROBLEMS(400, 401, 403, 404, 409, 412, 422, 428) },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      const tag = ifMatch(request)
      return writeOnce(deps, request, async (inside) => confirmChange(await zoneDeps(inside), actor, id, tag, body))
    },
  )
}
