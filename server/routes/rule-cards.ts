import { Type } from 'typebox'
import { RuleCardSheet } from '#shared/schema/rule-card.ts'
import type { Deps } from '../deps.ts'
import { NotFound } from '../domain/errors.ts'
import { ruleCardSheet } from '../live/rule-card.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { PROBLEMS } from './problem-responses.ts'

/** What is asked at a gate, for everybody who comes to it. */
export async function ruleCardRoutes(app: App, { live, rules }: Deps): Promise<void> {
  app.get(
    '/api/checkpoints/:id/rule-card',
    {
      schema: {
        operationId: 'ruleCard', tags: ['checkpoints'], summary: 'What is asked at a gate, in both languages 卡口告知牌',
        params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
        response: { 200: RuleCardSheet, ...PROBLEMS(400, 404) },
      },
    },
    async (request, reply) => {
      const audience = audienceOf(request)
      const sheet = ruleCardSheet(live, rules.titleOf, request.params.id, audience)
      if (sheet === null) throw new NotFound('not_found', { what: request.params.id })
      void reply.headers({ vary: 'cookie', 'cache-control': audience === 'public' ? 'no-cache' : 'private, no-cache' })
      return sheet
    },
  )
}
