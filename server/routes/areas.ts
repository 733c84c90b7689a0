import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { Area, AreaSummary } from '#shared/schema/area.ts'
import { BboxQuery } from '#shared/schema/geo.ts'
import { AreaLevel } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { NotFound } from '../domain/errors.ts'
import { areaByCode, areasPage } from '../store/areas.ts'
import type { App } from './app-type.ts'
import { parseBbox } from './bbox.ts'
import { linkNext } from './next-page.ts'
import { isFresh } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'

const tags = ['areas']
const Code = Type.String({ pattern: '^[0-9]{12}([0-9]{3})?$' })
const Query = Type.Object({
  level: Type.Optional(AreaLevel),
  parent: Type.Optional(Code),
  bbox: Type.Optional(BboxQuery),
  q: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'Part of the name, or the beginning of the code' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 200 })),
  cursor: Type.Optional(Type.String({ maxLength: 15 })),
})
const AreaPage = Type.Object({ items: Type.Array(AreaSummary), next: Type.Union([Type.String(), Type.Null()]) })

/** Areas from province to compound, by code. */
export async function areaRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/areas',
    {
      schema: {
        operationId: 'listAreas',
        tags,
        summary: 'Areas 行政区与小区',
        querystring: Query,
        response: { 200: AreaPage, ...PROBLEMS(400, 422) },
      },
    },
    async (request, reply) => {
      const { level, parent, bbox, q, limit = 200, cursor } = request.query
      const rows = await areasPage(deps.store.db, {
        ...(level !== undefined && { level }),
        ...(parent !== undefined && { parent }),
        ...(bbox !== undefined && { bbox: parseBbox(bbox) }),
        ...(q !== undefined && { q }),
        ...(cursor !== undefined && { after: cursor }),
        limit: limit + 1,
      })
      const items = rows.slice(0, limit)
      const next = rows.length > limit ? (items.at(-1)?.code ?? null) : null
      linkNext(request, reply, next)
      return { items, next }
    },
  )

  app.get(
    '/api/areas/:code',
    {
      schema: {
        operationId: 'area',
        tags,
        summary: 'An area with its ground 单个地区及范围',
        params: Type.Object({ code: Code }),
        response: {
          200: Area,
          304: Type.Null({ description: 'The reader has this version already' }),
          ...PROBLEMS(400, 404),
        },
      },
    },
    async (request, reply) => {
      const area = await areaByCode(deps.store.db, request.params.code)
      if (area === undefined) throw new NotFound('not_found', { what: request.params.code })
      const body = JSON.stringify(area)
      void reply.header('cache-control', 'no-cache')
      if (isFresh(request, reply, createHash('sha1').update(body).digest('base64url').slice(0, 16)))
        return reply.code(304).send(null)
      return area
    },
  )
}
