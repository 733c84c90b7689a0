import { CheckAnswer, CheckBatch, CheckQuery } from '#shared/schema/check.ts'
import { Type } from 'typebox'
import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import { checkAddress } from '../live/check/check-address.ts'
import { checkAll } from '../live/check/check-all.ts'
import type { CheckContext } from '../live/check/check-context.ts'
import { checkPoint } from '../live/check/check-point.ts'
import { pointToWgs84 } from '../live/check/point-to-wgs84.ts'
import { pastZones } from '../live/past-zones.ts'
import type { FastifyRequest } from 'fastify'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { langOf } from './lang.ts'
import { PROBLEMS } from './problem-responses.ts'

const tags = ['check']
const CheckBatchAnswer = Type.Object({ answers: Type.Array(CheckAnswer, { description: 'In the order asked' }) })

/**
 * Whether a point or an address is in a zone. The public is answered from published zones only, and told so (`scope`);
 * a signed-in post from internal ones too. The present is answered from memory, the past from the database.
 */
export async function checkRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/check',
    {
      schema: {
        operationId: 'check',
        tags,
        summary: 'Is a point or an address in a zone? 查询位置是否在区域内',
        querystring: CheckQuery,
        response: { 200: CheckAnswer, ...PROBLEMS(400, 422) },
      },
    },
    async (request, reply) => {
      const { lng, lat, address, at, crs = 'wgs84' } = request.query
      plain(reply)
      if (lng !== undefined && lat !== undefined && address === undefined) {
        const point = pointToWgs84(lng, lat, crs)
        return checkPoint(await contextOf(deps, request, at, point), ...point)
      }
      if (address === undefined || address.trim() === '' || lng !== undefined || lat !== undefined)
        throw new Invalid('check_needs_place')
      return checkAddress(await contextOf(deps, request, at), address)
    },
  )

  app.post(
    '/api/check',
    {
      schema: {
        operationId: 'checkMany',
        tags,
        summary: 'Up to 10,000 points or addresses at once 批量查询',
        body: CheckBatch,
        response: { 200: CheckBatchAnswer, ...PROBLEMS(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { items, crs = 'wgs84', at } = request.body
      plain(reply)
      return { answers: await checkAll(await contextOf(deps, request, at), items, crs) }
    },
  )
}

/** Answers hold what they are made to hold: JSON.stringify is enough and quicker than a schema's serializer. */
function plain(reply: {
  serializer(fn: (payload: unknown) => string): unknown
  header(name: string, value: string): unknown
}): void {
  reply.serializer(JSON.stringify)
  reply.header('cache-control', 'no-store')
}

async function contextOf(
  deps: Deps,
  request: FastifyRequest,
  at: string | undefined,
  around?: [number, number],
): Promise<CheckContext> {
  const { live } = deps
  const now = deps.now()
  const audience = audienceOf(request)
  const moment = at === undefined ? now : new Date(at)
  if (moment > now) throw new Invalid('at_in_future', { at: moment.toISOString() })
  const asOf = live.asOf()
  return {
    lang: bodyLang(request) ?? langOf(request),
    at: moment,
    common: {
      scope: audience,
      at: moment.toISOString(),
      data: { seq: live.seq(), as_of: asOf.toISOString(), age_s: Math.max(0, now.getTime() - asOf.getTime()) / 1000 },
    },
    zonesAt:
      at === undefined
        ? (lng, lat) => live.zonesAt(lng, lat, audience)
        : await pastZones(deps.store.db, moment.toISOString(), audience, around),
    inDistrict: live.inDistrict,
    addresses: live.addresses(),
    worded: new Map(),
  }
}

const bodyLang = ({ body }: FastifyRequest) => (body as { lang?: 'zh' | 'en' } | undefined)?.lang
