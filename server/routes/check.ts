import type { FastifyReply } from 'fastify'
import { CheckAnswer, CheckQuery } from '#shared/schema/check.ts'
import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import { checkAddress } from '../live/check/check-address.ts'
import type { CheckContext } from '../live/check/check-context.ts'
import { checkPoint } from '../live/check/check-point.ts'
import { pointToWgs84 } from '../live/check/point-to-wgs84.ts'
import { bufferOf } from '../live/check/octets.ts'
import { answerOctets } from '../live/check/write-answer.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { checkBatchRoutes } from './check-batch.ts'
import { momentContext, presentContext } from './check-context-of.ts'
import { langOf } from './lang.ts'
import { momentOf } from './moment-of.ts'
import { PROBLEMS } from './problem-responses.ts'
import { sendJson } from './send-json.ts'

/**
 * Whether a point or an address is in a zone. The public is answered from published zones only, and told so (`scope`);
 * a signed-in post from internal ones too. The present is answered from memory, every other moment from the database.
 */
export async function checkRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/check',
    {
      schema: {
        operationId: 'check',
        tags: ['check'],
        summary: 'Is a point or an address in a zone? 查询位置是否在区域内',
        querystring: CheckQuery,
        response: { 200: CheckAnswer, ...PROBLEMS(400, 422) },
      },
    },
    // not async: most checks wait for nothing, and a promise for each is time lost
    (request, reply): void => {
      const { lng, lat, address, crs = 'wgs84' } = request.query
      const [lang, audience] = [langOf(request), audienceOf(request)]
      const hasAddress = address !== undefined && address.trim() !== ''
      const point = lng !== undefined && lat !== undefined ? pointToWgs84(lng, lat, crs) : null
      if (hasAddress ? lng !== undefined || lat !== undefined : point === null || address !== undefined)
        throw new Invalid('check_needs_place')
      const moment = momentOf(deps, audience, request.query)
      if (moment === null) return void sendJson(reply, answerOf(presentContext(deps, lang, audience), point, address))
      momentContext(deps, lang, audience, moment, point ?? undefined)
        .then((then) => sendJson(reply, answerOf(then, point, address)))
        .catch((error: unknown) => void (reply as FastifyReply).send(error))
    },
  )
  await checkBatchRoutes(app, deps)
}

const answerOf = (context: CheckContext, point: [number, number] | null, address = ''): Buffer =>
  bufferOf(answerOctets(context, point === null ? checkAddress(context, address) : checkPoint(context, ...point)))
