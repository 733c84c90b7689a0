import { Type } from 'typebox'
import { IssuedKey, Key, NewKey } from '#shared/schema/key.ts'
import type { Deps } from '../deps.ts'
import { issueKey, revokeKey } from '../domain/keys.ts'
import { listKeys } from '../store/keys.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'

const tags = ['keys']

/** API keys of other systems, for administrators: `Authorization: Bearer …`. */
export async function keyRoutes(app: App, deps: Deps): Promise<void> {
  const { store, now } = deps
  const noStore = { 'cache-control': 'no-store' }

  app.get(
    '/api/keys',
    {
      schema: {
        operationId: 'listKeys', tags, summary: 'API keys 接口密钥',
        response: { 200: Type.Object({ items: Type.Array(Key) }), ...PROBLEMS(401, 403) },
      },
    },
    async (_request, reply) => reply.headers(noStore).send({ items: await listKeys(store.db) }),
  )

  app.post(
    '/api/keys',
    {
      schema: {
        operationId: 'addKey', tags, summary: 'Make a key, shown once 新建密钥', body: NewKey,
        response: { 201: IssuedKey, ...PROBLEMS(400, 401, 403, 422) },
      },
    },
    async (request, reply) =>
      reply.code(201).headers(noStore).send(await issueKey(store, actorOf(request), request.body, now())),
  )

  app.post(
    '/api/keys/:id/revoke',
    {
      schema: {
        operationId: 'revokeKey', tags, summary: 'Revoke a key for good 吊销密钥',
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        response: { 200: Key, ...PROBLEMS(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const key = await writeOnce(deps, request, (inside) => revokeKey(inside.store, actor, request.params.id))
      return reply.headers(noStore).send(key)
    },
  )
}
