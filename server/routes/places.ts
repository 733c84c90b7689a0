import { Type } from 'typebox'
import { BboxQuery, featureOf, PointGeometry } from '#shared/schema/geo.ts'
import { PlaceKind } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { placesPage, type PlaceRow } from '../store/places.ts'
import type { App } from './app-type.ts'
import { parseBbox } from './bbox.ts'
import { linkNext } from './next-page.ts'
import { PROBLEMS } from './problem-responses.ts'

const Nullable = Type.Union([Type.String(), Type.Null()])
const Place = Type.Object({
  id: Type.Integer(),
  kind: PlaceKind,
  name: Type.String(),
  name_en: Nullable,
  capacity: Type.Record(Type.String(), Type.Unknown(), {
    description: 'rooms, beds, tubes_per_day, state … as far as known',
  }),
  area_code: Nullable,
  source: Type.String(),
  as_of: Type.String(),
})
const PlaceList = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(featureOf(PointGeometry, Place)),
  next: Type.Union([Type.Integer(), Type.Null()]),
})
const Query = Type.Object({
  kind: Type.Optional(Type.Array(PlaceKind, { description: 'Repeat for several' })),
  bbox: Type.Optional(BboxQuery),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, default: 1000 })),
  cursor: Type.Optional(Type.Integer({ minimum: 0 })),
})

/** Key places and resources as GeoJSON, by id. */
export async function placeRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/places',
    {
      schema: {
        operationId: 'listPlaces',
        tags: ['places'],
        summary: 'Key places and resources 重点场所与资源',
        querystring: Query,
        response: {
          200: { description: 'GeoJSON (RFC 7946)', content: { 'application/geo+json': { schema: PlaceList } } },
          ...PROBLEMS(400, 422),
        },
      },
    },
    async (request, reply) => {
      const { kind, bbox, limit = 1000, cursor } = request.query
      const rows = await placesPage(deps.store.db, {
        ...(kind !== undefined && { kinds: kind }),
        ...(bbox !== undefined && { bbox: parseBbox(bbox) }),
        ...(cursor !== undefined && { after: cursor }),
        limit: limit + 1,
      })
      const page = rows.slice(0, limit)
      const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null
      linkNext(request, reply, next)
      const features = page.map(toFeature)
      return reply
        .type('application/geo+json')
        .serializer(JSON.stringify)
        .send({ type: 'FeatureCollection', features, next })
    },
  )
}

const toFeature = ({ geometry, ...properties }: PlaceRow) => ({
  type: 'Feature' as const,
  id: properties.id,
  geometry,
  properties,
})
