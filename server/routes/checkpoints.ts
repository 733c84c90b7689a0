import { Type } from 'typebox'
import { CheckpointCollection, CheckpointContent, CheckpointDetailsFeature } from '#shared/schema/checkpoint.ts'
import type { Deps } from '../deps.ts'
import { addCheckpoint, changeCheckpoint, requireCheckpoint, withdrawCheckpoint } from '../domain/checkpoints.ts'
import { checkpointTag } from '../domain/version-tag.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { checkpointFeature, checkpointPage } from './checkpoint-features.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { linkNext } from './next-page.ts'
import { ifMatch, isFresh } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'

const tags = ['checkpoints']
const params = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })
const Tagged = ifMatchHeader('c12.3')

/** Checkpoints: everybody sees those that are staffed or suspended, signed-in posts all of them. */
export async function checkpointRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/checkpoints',
    {
      schema: {
        operationId: 'listCheckpoints', tags, summary: 'Checkpoints as GeoJSON 卡点',
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 5000, default: 1000 }),
          cursor: Type.Integer({ minimum: 0, default: 0, description: 'next of the page before' }),
        }),
        response: {
          200: { description: 'GeoJSON (RFC 7946)', content: { 'application/geo+json': { schema: CheckpointCollection } } },
          ...PROBLEMS(400),
        },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query
      const page = checkpointPage(deps.live.checkpoints(), audienceOf(request), cursor, limit)
      linkNext(request, reply, page.next)
      const caching = request.actor === null ? 'no-cache' : 'private, no-cache'
      void reply.headers({ vary: 'cookie', 'cache-control': caching }).type('application/geo+json')
      return reply.serializer(JSON.stringify).send(page)
    },
  )

  app.get(
    '/api/checkpoints/:id',
    {
      schema: {
        operationId: 'getCheckpoint', tags, summary: 'One checkpoint, signed in 卡点详情', params,
        response: { 200: CheckpointDetailsFeature, 304: Type.Null(), ...PROBLEMS(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const checkpoint = await requireCheckpoint(deps.store.db, request.params.id)
      return isFresh(request, reply, checkpointTag(checkpoint)) ? reply.code(304).send(null) : checkpointFeature(checkpoint)
    },
  )

  app.post(
    '/api/checkpoints',
    {
      schema: {
        operationId: 'addCheckpoint', tags, summary: 'Plan or set up a checkpoint 新设卡点', body: CheckpointContent,
        response: { 201: CheckpointDetailsFeature, ...PROBLEMS(400, 401, 403, 422) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const checkpoint = await writeOnce(deps, request, ({ store }) => addCheckpoint(store, actor, request.body))
      const headers = { location: `/api/checkpoints/${checkpoint.id}`, etag: `"${checkpointTag(checkpoint)}"` }
      return reply.code(201).headers(headers).send(checkpointFeature(checkpoint))
    },
  )

  app.put(
    '/api/checkpoints/:id',
    {
      schema: {
        operationId: 'changeCheckpoint', tags, summary: 'Change a checkpoint 修改卡点', params, headers: Tagged,
        body: CheckpointContent,
        description: 'A gate officer may change the state only.',
        response: { 200: CheckpointDetailsFeature, ...PROBLEMS(400, 401, 403, 404, 412, 422, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      const tag = ifMatch(request)
      const checkpoint = await writeOnce(deps, request, ({ store }) => changeCheckpoint(store, actor, id, tag, body))
      return reply.header('etag', `"${checkpointTag(checkpoint)}"`).send(checkpointFeature(checkpoint))
    },
  )

  app.delete(
    '/api/checkpoints/:id',
    {
      schema: {
        operationId: 'withdrawCheckpoint', tags, summary: 'Withdraw a checkpoint 撤销卡点', params, headers: Tagged,
        response: { 200: CheckpointDetailsFeature, ...PROBLEMS(400, 401, 403, 404, 412, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const tag = ifMatch(request)
      const checkpoint = await writeOnce(deps, request, ({ store }) => withdrawCheckpoint(store, actor, request.params.id, tag))
      return reply.header('etag', `"${checkpointTag(checkpoint)}"`).send(checkpointFeature(checkpoint))
    },
  )
}
