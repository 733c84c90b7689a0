import type { MultiPolygon } from 'geojson'
import { Type } from 'typebox'
import { AreaRings, Crossings, Ring } from '#shared/schema/roads.ts'
import type { Deps } from '../deps.ts'
import { groundCrossings } from '../domain/crossings.ts'
import { NotFound } from '../domain/errors.ts'
import { areaByCode } from '../store/areas.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'
import { roadDeps } from './road-deps.ts'

const tags = ['roads']
const Rings = Type.Object({ items: Type.Array(Type.Object({ zone: Type.String(), ring: Ring })) })

/** How well the rings are closed: of every sealed and controlled zone in force, and of areas. */
export async function ringRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/rings',
    { schema: { operationId: 'rings', tags, summary: 'The rings of all sealed and controlled zones 包围圈', response: { 200: Rings, ...PROBLEMS(401) } } },
    async () => {
      const rings = await deps.live.rings()
      return { items: Array.from(rings, ([zone, ring]) => ({ zone, ring })) }
    },
  )

  app.get(
    '/api/rings/areas',
    {
      schema: {
        operationId: 'areaRings', tags, summary: 'The rings of all counties, townships, villages or compounds 各级守门情况',
        querystring: Type.Object({ level: Type.Enum(['county', 'township', 'village', 'compound'] as const), limit: Type.Integer({ minimum: 1, maximum: 500, default: 200 }), cursor: Type.String({ maxLength: 20, default: '' }) }),
        response: { 200: AreaRings, ...PROBLEMS(400, 401) },
      },
    },
    async (request): Promise<AreaRings> => {
      const { level, cursor, limit } = request.query
      const after = (await deps.live.areaRings(level)).filter(({ area }) => area.code > cursor)
      const items = after.slice(0, limit).map(({ area: { code, name, name_en, bounds }, ring }) => ({ code, name, name_en, bounds, ring }))
      return { items, next: after.length > limit ? (items.at(-1)?.code ?? null) : null }
    },
  )

  app.get(
    '/api/areas/:code/ring',
    {
      schema: {
        operationId: 'areaRing', tags, summary: 'The ring of a county, township, village or compound 守好市县门、乡街门、村社门',
        params: Type.Object({ code: Type.String({ pattern: '^[0-9]{12}([0-9]{3})?$' }) }),
        response: { 200: Crossings, ...PROBLEMS(400, 401, 404) },
      },
    },
    async (request) => {
      const { code } = request.params
      const area = await areaByCode(deps.store.db, code)
      if (area === undefined) throw new NotFound('not_found', { what: code })
      const geometry: MultiPolygon = area.geometry
      return groundCrossings(await roadDeps(deps), geometry)
    },
  )
}
