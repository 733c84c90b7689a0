import { Type } from 'typebox'
import { SearchHit } from '#shared/schema/search-hit.ts'
import { Lang } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { search } from '../live/search.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { langOf } from './lang.ts'
import { PROBLEMS } from './problem-responses.ts'

const Query = Type.Object({
  q: Type.String({ maxLength: 200, description: 'Chinese, pinyin (initials too) or English; as typed so far' }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
  lang: Type.Optional(Lang),
})

/** As-you-type search over addresses, places, areas, zones in force and checkpoints. */
export async function searchRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/search',
    {
      schema: {
        operationId: 'search',
        tags: ['search'],
        summary: 'Search addresses, places, areas, zones, checkpoints 搜索',
        querystring: Query,
        response: { 200: Type.Array(SearchHit), ...PROBLEMS(400) },
      },
    },
    async (request, reply) => {
      const { q, limit = 10 } = request.query
      void reply.header('cache-control', 'no-store')
      return q.trim() === '' ? [] : search(deps.live, q, limit, langOf(request), audienceOf(request))
    },
  )
}
