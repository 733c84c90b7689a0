import { Type } from 'typebox'
import { jsonText } from '#shared/geometry/geometry-text.ts'
import { Draft, DraftContent, NewZone, ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { beginDraft, createZone } from '../domain/drafts-begin.ts'
import { readDraft, readDrafts } from '../domain/drafts-read.ts'
import { discardDraft, saveDraft } from '../domain/drafts-save.ts'
import { draftTag } from '../domain/version-tag.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { linkNext } from './next-page.ts'
import { ifMatch } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'
import { zoneDeps } from './zone-deps.ts'

const tags = ['drafts']
const params = Type.Object({ id: ZoneId })
const Tagged = ifMatchHeader('990101-S-0001.d3')

/** A line of a hundred thousand corners is several megabytes. */
export const DRAWN_BODY_BYTES = 16 * 1024 * 1024

const tagOf = (draft: Draft) => draftTag({ zoneId: draft.zone_id, revision: draft.revision })

/** What planners are working on; nothing of it is public. */
export async function draftRoutes(app: App, deps: Deps): Promise<void> {
  app.post(
    '/api/zones',
    {
      bodyLimit: DRAWN_BODY_BYTES,
      schema: {
        operationId: 'createZone', tags, summary: 'New zone with its first draft 新建区域', body: NewZone,
        response: { 201: Draft, ...PROBLEMS(400, 401, 403, 413, 422) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const draft = await writeOnce(deps, request, async (inside) => createZone(await zoneDeps(inside), actor, request.body))
      return reply.code(201).headers({ location: `/api/zones/${draft.zone_id}/draft`, etag: `"${tagOf(draft)}"` }).serializer(jsonText).send(draft)
    },
  )

  app.post(
    '/api/zones/:id/draft',
    {
      schema: {
        operationId: 'beginDraft', tags, summary: 'Begin a draft from the version in force 由生效版本起草', params,
        response: { 201: Draft, ...PROBLEMS(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { id } = request.params
      const draft = await writeOnce(deps, request, async (inside) => beginDraft(await zoneDeps(inside), actor, id))
      return reply.code(201).headers({ location: `/api/zones/${draft.zone_id}/draft`, etag: `"${tagOf(draft)}"` }).serializer(jsonText).send(draft)
    },
  )

  app.get(
    '/api/zones/:id/draft',
    {
      schema: {
        operationId: 'getDraft', tags, summary: 'The zone’s draft 草稿', params,
        response: { 200: Draft, ...PROBLEMS(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const draft = await readDraft(await zoneDeps(deps), request.params.id)
      // its numbers change with the figures, so it is never answered from a cache
      return reply.headers({ etag: `"${tagOf(draft)}"`, 'cache-control': 'no-store' }).serializer(jsonText).send(draft)
    },
  )

  app.put(
    '/api/zones/:id/draft',
    {
      bodyLimit: DRAWN_BODY_BYTES,
      schema: {
        operationId: 'saveDraft', tags, summary: 'Save the draft 保存草稿', params, headers: Tagged, body: DraftContent,
        response: { 200: Draft, ...PROBLEMS(400, 401, 403, 404, 412, 413, 422, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      const tag = ifMatch(request)
      const draft = await writeOnce(deps, request, async (inside) => saveDraft(await zoneDeps(inside), actor, id, tag, body))
      return reply.header('etag', `"${tagOf(draft)}"`).serializer(jsonText).send(draft)
    },
  )

  app.delete(
    '/api/zones/:id/draft',
    {
      schema: {
        operationId: 'discardDraft', tags, summary: 'Give the draft up 放弃草稿', params, headers: Tagged,
        response: { 204: Type.Null(), ...PROBLEMS(400, 401, 403, 404, 412, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const tag = ifMatch(request)
      await writeOnce(deps, request, (inside) => discardDraft(inside, actor, request.params.id, tag))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/drafts',
    {
      schema: {
        operationId: 'listDrafts', tags, summary: 'Drafts by zone 草稿列表',
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          cursor: Type.Optional(Type.String({ maxLength: 100, description: 'next of the page before' })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(Draft), next: Type.Union([Type.String(), Type.Null()]) }),
          ...PROBLEMS(400, 401),
        },
      },
    },
    async (request, reply) => {
      const { limit, cursor = '' } = request.query
      const page = await readDrafts(await zoneDeps(deps), cursor, limit)
      linkNext(request, reply, page.next)
      return reply.serializer(jsonText).send(page)
    },
  )
}
