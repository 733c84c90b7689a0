import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { CheckAnswer, CheckBatch } from '#shared/schema/check.ts'
import { MomentQuery } from '#shared/schema/moment.ts'
import { Crs, Lang } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import { checkAllJson } from '../live/check/check-all.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { momentContext, presentContext } from './check-context-of.ts'
import { answerStream, CSV, NDJSON } from './check-stream.ts'
import { langOf } from './lang.ts'
import { momentOf } from './moment-of.ts'
import { PROBLEMS } from './problem-responses.ts'
import { sendJson } from './send-json.ts'

const CheckBatchAnswer = Type.Object({ answers: Type.Array(CheckAnswer, { description: 'In the order asked' }) })

/** What a stream of lines has no place for; a JSON body may say it itself. */
const Query = Type.Object({
  crs: Type.Optional(Crs),
  ...MomentQuery,
  lang: Type.Optional(Lang),
})

const NDJSON_IN = Type.Any({
  description: 'One CheckItem a line, without limit of number. Empty lines are passed over.',
  examples: ['{"id":1,"lng":109.5,"lat":34.5}\n{"id":2,"address":"迎宾路12号"}\n'],
})
const CSV_IN = Type.Any({
  description: 'A header with lng and lat, or address, or all of them, and id where wanted; other columns are passed over',
  examples: ['id,lng,lat\n1,109.5,34.5\n'],
})
const STREAMED = 'In the order asked, one line for each; a line that cannot be read is answered in place (bad_line)'

const body = {
  content: {
    'application/json': { schema: CheckBatch },
    [NDJSON]: { schema: NDJSON_IN },
    [CSV]: { schema: CSV_IN },
  },
}
const answers = {
  description: `The answers, in the type of the request. Streams: ${STREAMED}`,
  content: {
    'application/json': { schema: CheckBatchAnswer },
    [NDJSON]: { schema: Type.String({ description: 'A CheckAnswer a line' }) },
    [CSV]: { schema: Type.String({ description: 'UTF-8 with a byte order mark, a header, and a line for each' }) },
  },
}

/** Many places at once: up to 10,000 as JSON, any number as a stream of lines in constant memory. */
export async function checkBatchRoutes(app: App, deps: Deps): Promise<void> {
  app.addContentTypeParser([NDJSON, CSV], (_request, payload, done) => done(null, payload))

  app.post(
    '/api/check',
    {
      schema: {
        operationId: 'checkMany',
        tags: ['check'],
        summary: 'Up to 10,000 points or addresses at once, or any number as a stream 批量查询',
        querystring: Query,
        body,
        response: { 200: answers, ...PROBLEMS(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const sent: unknown = request.body
      if (typeof sent !== 'object' || sent === null) throw new Invalid('check_needs_place')
      const stream = sent instanceof Readable ? sent : null
      const asked = { ...request.query, ...(stream === null && (sent as CheckBatch)) }
      const { crs = 'wgs84', lang = langOf(request) } = asked
      const audience = audienceOf(request)
      const moment = momentOf(deps, audience, asked)
      const then = moment === null ? null : await momentContext(deps, lang, audience, moment)
      const context = () => then ?? presentContext(deps, lang, audience)
      if (stream !== null) return answerStream(reply, stream, request.headers['content-type'] ?? '', context, crs)
      return sendJson(reply, await checkAllJson(context(), (sent as CheckBatch).items, crs))
    },
  )
}
