import { Type } from 'typebox'
import { RuleCatalogue, RulePack } from '#shared/schema/rule-pack.ts'
import { WhatIf } from '#shared/schema/readiness.ts'
import type { Deps } from '../deps.ts'
import { NotFound } from '../domain/errors.ts'
import { whatIf } from '../domain/what-if.ts'
import type { App } from './app-type.ts'
import { JudgedAt, judgedAt } from './judged-at.ts'
import { PROBLEMS } from './problem-responses.ts'
import { ruleDeps } from './rule-deps.ts'

const tags = ['rules']
const params = Type.Object({ id: Type.String({ maxLength: 50, examples: ['ninth-2022-06'] }) })

/** The rule packs, which everybody may read, and what another one would change, which only posts may. */
export async function ruleRoutes(app: App, deps: Deps): Promise<void> {
  const { byId, planning } = deps.rules

  app.get(
    '/api/rules',
    { schema: { operationId: 'listRules', tags, summary: 'Rule packs, oldest first, and figures for planners 规则集', response: { 200: RuleCatalogue, ...PROBLEMS() } } },
    async (_request, reply) => reply.header('cache-control', 'public, max-age=300').send({ items: [...byId.values()], planning }),
  )

  app.get(
    '/api/rules/:id',
    { schema: { operationId: 'getRules', tags, summary: 'One rule pack 单个规则集', params, response: { 200: RulePack, ...PROBLEMS(400, 404) } } },
    async (request, reply) => {
      const pack = byId.get(request.params.id)
      if (pack === undefined) throw new NotFound('not_found', { what: request.params.id })
      return reply.header('cache-control', 'public, max-age=300').send(pack)
    },
  )

  app.post(
    '/api/rules/:id/what-if',
    {
      schema: {
        operationId: 'whatIf', tags, summary: 'What this pack would change about the zones in force; changes nothing 换用规则集的影响',
        params, querystring: JudgedAt, response: { 200: WhatIf, ...PROBLEMS(400, 401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      return reply.header('cache-control', 'no-store').send(await whatIf(ruleDeps(deps), request.params.id, judgedAt(request.query)))
    },
  )
}
