import { Type } from 'typebox'
import { AfterReview, Approval, Rejection, Review, UrgentPublication } from '#shared/schema/review.ts'
import { Draft, ZoneGround, ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { requireDraftCareRoute } from '../domain/care-route.ts'
import { reviewAfterwards } from '../domain/reviews-after.ts'
import { approveDraft, rejectDraft } from '../domain/reviews-decide.ts'
import { reviewQueue, zoneReviews } from '../domain/reviews-read.ts'
import { submitDraft } from '../domain/reviews-submit.ts'
import { zoneTag } from '../domain/version-tag.ts'
import { publishUrgent } from '../domain/zones-publish-urgent.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { ifMatch } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { roadDeps } from './road-deps.ts'
import { writeOnce } from './write-once.ts'
import { zoneDeps } from './zone-deps.ts'

const tags = ['reviews']
const params = Type.Object({ id: ZoneId })
const headers = ifMatchHeader('990101-S-0001.d3')
const REFUSALS = PROBLEMS(400, 401, 403, 404, 409, 412, 422, 428)

/** From draft to force by two persons, and the fast lane with its review afterwards. */
export async function reviewRoutes(app: App, deps: Deps): Promise<void> {
  app.post(
    '/api/zones/:id/submit',
    { schema: { operationId: 'submitDraft', tags, summary: 'Hand the draft in for review 提交审核', params, headers, response: { 200: Draft, ...REFUSALS } } },
    async (request) => {
      const actor = actorOf(request)
      const tag = ifMatch(request)
      return writeOnce(deps, request, async (inside) => submitDraft(await zoneDeps(inside), actor, request.params.id, tag))
    },
  )

  app.post(
    '/api/zones/:id/approve',
    {
      schema: {
        operationId: 'approveDraft', tags, summary: 'Approve exactly this version 批准', params, headers, body: Approval,
        response: { 200: Draft, ...REFUSALS },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      const tag = ifMatch(request)
      await requireDraftCareRoute(deps.store.db, await roadDeps(deps), id)
      return writeOnce(deps, request, async (inside) => approveDraft(await zoneDeps(inside), actor, id, tag, body))
    },
  )

  app.post(
    '/api/zones/:id/reject',
    {
      schema: {
        operationId: 'rejectDraft', tags, summary: 'Send the draft back with reasons 退回', params, headers, body: Rejection,
        response: { 200: Draft, ...REFUSALS },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      const tag = ifMatch(request)
      return writeOnce(deps, request, async (inside) => rejectDraft(await zoneDeps(inside), actor, id, tag, body))
    },
  )

  app.post(
    '/api/zones/:id/publish-urgent',
    {
      schema: {
        operationId: 'publishUrgent', tags, summary: 'Fast lane: publish now, review afterwards 快速通道', params, headers,
        body: UrgentPublication, response: { 200: ZoneGround, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      const tag = ifMatch(request)
      const zone = await writeOnce(deps, request, async (inside) => publishUrgent(await zoneDeps(inside), actor, id, tag, body))
      return reply.header('etag', `"${zoneTag({ zoneId: zone.id, version: zone.version })}"`).send(zone)
    },
  )

  app.get(
    '/api/reviews',
    {
      schema: {
        operationId: 'listReviews', tags, summary: 'What waits for review, the first due first 待审核',
        response: { 200: Type.Object({ items: Type.Array(Review) }), ...PROBLEMS(401) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return { items: await reviewQueue(deps, actorOf(request)) }
    },
  )

  app.get(
    '/api/zones/:id/reviews',
    {
      schema: {
        operationId: 'getZoneReviews', tags, summary: 'A zone’s reviews, newest first 审核记录', params,
        response: { 200: Type.Object({ items: Type.Array(Review) }), ...PROBLEMS(400, 401) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return { items: await zoneReviews(deps, actorOf(request), request.params.id) }
    },
  )

  app.post(
    '/api/reviews/:review',
    {
      schema: {
        operationId: 'reviewAfterwards', tags, summary: 'Confirm or object to what the fast lane published 事后审核',
        params: Type.Object({ review: Type.Integer({ minimum: 1 }) }), body: AfterReview,
        response: { 200: Review, ...PROBLEMS(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { params: { review }, body } = request
      return writeOnce(deps, request, (inside) => reviewAfterwards(inside, actor, review, body))
    },
  )
}
