import { Type } from 'typebox'
import { CheckPack, CheckPackHead } from '#shared/schema/check-pack.ts'
import type { Deps } from '../deps.ts'
import { NotFound } from '../domain/errors.ts'
import { createCheckPack } from '../live/check-pack.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'

const tags = ['check']
const FOR_GOOD = 'public, max-age=604800, immutable'

/** Checks on the reader's own device: what it needs is fetched whole, so that no place is ever sent. */
export async function checkPackRoutes(app: App, { store, live, now, rules }: Deps): Promise<void> {
  const packOf = createCheckPack(store, live, rules.titleOf)

  app.get(
    '/api/check/pack',
    {
      schema: {
        operationId: 'checkPackHead', tags, summary: 'Which pack is current 离线查询数据的版本',
        response: { 200: CheckPackHead, ...PROBLEMS() },
      },
    },
    async (_request, reply) => {
      const asOf = live.asOf()
      const { version } = await packOf()
      const age = Math.max(0, now().getTime() - asOf.getTime()) / 1000
      return reply.header('cache-control', 'no-store').send({ version, as_of: asOf.toISOString(), age_s: age })
    },
  )

  app.get(
    '/api/check/pack/:version',
    {
      schema: {
        operationId: 'checkPack', tags, summary: 'All public zones, for checks on a device 离线查询数据',
        params: Type.Object({ version: Type.String({ pattern: '^[\\w-]{22}$' }) }),
        response: { 200: { content: { 'application/json': { schema: CheckPack } } }, ...PROBLEMS(400, 404) },
      },
    },
    async (request, reply) => {
      const { version, json } = await packOf()
      if (request.params.version !== version) throw new NotFound('not_found', { what: request.params.version })
      return reply.headers({ 'cache-control': FOR_GOOD, 'content-type': 'application/json; charset=utf-8' }).serializer(String).send(json as never)
    },
  )
}
