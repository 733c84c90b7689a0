import { CutOffAsked, CutOffByChange } from '#shared/schema/roads.ts'
import type { Deps } from '../deps.ts'
import { cutOffByChange } from '../domain/cut-off.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'
import { roadDeps } from './road-deps.ts'

/** Who is cut off by a change of one checkpoint, before it is saved. */
export async function cutOffRoutes(app: App, deps: Deps): Promise<void> {
  app.post(
    '/api/checkpoints/cut-off',
    {
      schema: {
        operationId: 'cutOffByChange', tags: ['roads'], summary: 'Who is cut off by a change of one checkpoint, saved nowhere 改动一个卡口将隔断谁', body: CutOffAsked,
        response: { 200: CutOffByChange, ...PROBLEMS(400, 401, 404, 422) },
      },
    },
    async (request) => {
      const zones = deps.live.zones('all').filter(({ kind }) => kind !== 'precaution').map(({ geometry }) => geometry)
      return cutOffByChange(deps.store.db, await roadDeps(deps), zones, request.body)
    },
  )
}
