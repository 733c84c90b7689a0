import { Type } from 'typebox'
import { MomentQuery } from '#shared/schema/moment.ts'
import { LiftRequest, PublicZoneGround, ZoneGround, ZoneHistoryEntry, ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { NotFound } from '../domain/errors.ts'
import { zoneTag } from '../domain/version-tag.ts'
import { zoneDetails, zoneHistory } from '../domain/zones-details.ts'
import { liftZone } from '../domain/zones-lift.ts'
import { publishDraft } from '../domain/zones-publish.ts'
import { toPublicZone } from '../live/public-zone.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { cacheOfMoment, momentOf } from './moment-of.ts'
import { pageOf } from './page-of.ts'
import { ifMatch, isFresh } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'
import { zoneDeps } from './zone-deps.ts'
import { zoneOfMoment } from './zone-of-moment.ts'

const tags = ['zones']
const params = Type.Object({ id: ZoneId })
const Tagged = ifMatchHeader('990101-S-0001.2')

/** Zones in force and their history; publishing and lifting. */
export async function zoneRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/zones/:id',
    {
      schema: {
        operationId: 'getZone', tags, summary: 'One zone 区域详情', params, querystring: Type.Object(MomentQuery),
        response: { 200: Type.Union([ZoneGround, PublicZoneGround]), 304: Type.Null(), ...PROBLEMS(400, 404, 422) },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const now = deps.now()
      void reply.header('vary', 'cookie')
      const moment = momentOf(deps, audienceOf(request), request.query)
      if (moment !== null) {
        void reply.header('cache-control', cacheOfMoment(moment, now, audienceOf(request)))
        return reply.send(await zoneOfMoment(deps, id, moment, audienceOf(request)))
      }
      if (audienceOf(request) === 'all') {
        const zone = await zoneDetails(deps.store.db, id, now)
        // its end is not part of the version that the tag names, so it is never answered from a cache
        return reply.headers({ etag: `"${zoneTag({ zoneId: id, version: zone.version })}"`, 'cache-control': 'no-store' }).send(zone)
      }
      const zone = deps.live.zone(id, 'public')
      if (zone === undefined) throw new NotFound('not_found', { what: id })
      const known = { ...toPublicZone(zone, now), geometry: zone.geometry }
      void reply.header('cache-control', 'no-cache')
      const tag = `${zoneTag({ zoneId: id, version: zone.version })}.public${known.overdue ? '.overdue' : ''}`
      return isFresh(request, reply, tag) ? reply.code(304).send(null) : reply.send(known)
    },
  )

  app.get(
    '/api/zones/:id/versions',
    {
      schema: {
        operationId: 'getZoneVersions', tags, summary: 'A zone’s versions, newest first 区域历史', params,
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          cursor: Type.Optional(Type.Integer({ minimum: 1, description: 'next of the page before' })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(ZoneHistoryEntry), next: Type.Union([Type.String(), Type.Null()]) }),
          ...PROBLEMS(400, 401, 404),
        },
      },
    },
    async (request, reply) => {
      const { limit, cursor = 2 ** 31 - 1 } = request.query
      const rows = await zoneHistory(deps.store.db, request.params.id, deps.now(), cursor, limit + 1)
      return pageOf(request, reply, rows, limit, (row) => row.version)
    },
  )

  app.post(
    '/api/zones/:id/publish',
    {
      schema: {
        operationId: 'publishZone', tags, summary: 'Publish the draft 发布', params, headers: Tagged,
        response: { 200: ZoneGround, ...PROBLEMS(400, 401, 403, 404, 409, 412, 422, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const tag = ifMatch(request)
      const zone = await writeOnce(deps, request, async (inside) => publishDraft(await zoneDeps(inside), actor, request.params.id, tag))
      return reply.header('etag', `"${zoneTag({ zoneId: zone.id, version: zone.version })}"`).send(zone)
    },
  )

  app.post(
    '/api/zones/:id/lift',
    {
      schema: {
        operationId: 'liftZone', tags, summary: 'Lift the zone 解除', params, headers: Tagged, body: LiftRequest,
        response: { 200: ZoneGround, ...PROBLEMS(400, 401, 403, 404, 409, 412, 422, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { params: { id }, body } = request
      const tag = ifMatch(request)
      const zone = await writeOnce(deps, request, async (inside) => liftZone(await zoneDeps(inside), actor, id, tag, body))
      return reply.header('etag', `"${zoneTag({ zoneId: zone.id, version: zone.version })}"`).send(zone)
    },
  )
}
