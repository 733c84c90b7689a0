import { Type } from 'typebox'
import { encodeFigures } from '#shared/exposure/encode-figures.ts'
import { BboxQuery } from '#shared/schema/geo.ts'
import type { Deps } from '../deps.ts'
import { figuresWithin } from '../live/figures-within.ts'
import type { App } from './app-type.ts'
import { parseBbox } from './bbox.ts'
import { isFresh } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'

const Query = Type.Object({ bbox: Type.Optional(BboxQuery) })
const Figures = {
  description: 'Columns of people, households and places, as #shared/exposure/decode-figures.ts reads them',
  content: { 'application/octet-stream': { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
}

/** The figures that a preview on the client counts with: the same that the server counts with. */
export async function figureRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/figures',
    {
      schema: {
        operationId: 'figures',
        tags: ['figures'],
        summary: 'Population figures for live previews 人口数据（用于绘制时的实时统计）',
        querystring: Query,
        response: {
          200: Figures,
          304: Type.Null({ description: 'The reader has them already' }),
          ...PROBLEMS(400, 401, 422),
        },
      },
    },
    async (request, reply) => {
      const { bbox } = request.query
      const bounds = bbox === undefined ? null : parseBbox(bbox)
      const figures = await deps.live.populationFigures()
      void reply.header('cache-control', 'private, no-cache').header('vary', 'cookie')
      if (isFresh(request, reply, `figures.${deps.live.groundSeq()}`)) return reply.code(304).send(null)
      const bytes = encodeFigures(bounds === null ? figures : figuresWithin(figures, bounds))
      return reply.type('application/octet-stream').send(Buffer.from(bytes.buffer))
    },
  )
}
