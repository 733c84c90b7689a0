import { Type } from 'typebox'
import { closuresAsked, Reach } from '#shared/schema/roads.ts'
import { PlaceKind } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import { reachOf } from '../geometry-worker/roads.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'
import { roadDeps } from './road-deps.ts'

const Query = Type.Object({
  lng: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  mode: Type.Optional(Type.Enum(['foot', 'car', 'emergency'], { description: 'emergency: an ambulance, in either direction of a one-way' })),
  kind: Type.Optional(Type.Array(PlaceKind, { description: 'Repeat for several; hospitals if absent' })),
  closures: closuresAsked('in_place'),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})

/** How long it takes to get somewhere with the closures that are in place, or those planned too. */
export async function reachRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/reach',
    {
      schema: {
        operationId: 'reach', tags: ['roads'], summary: 'Travel times from a point to care, depots and delivery points 通行时间', querystring: Query,
        response: { 200: Reach, ...PROBLEMS(400, 401, 422) },
      },
    },
    async (request) => {
      const { lng, lat, mode = 'car', kind = ['hospital', 'designated_hospital'], limit = 10, closures = 'in_place' } = request.query
      const { picture, checkpoints } = await roadDeps(deps)
      const reached = await reachOf(picture, checkpoints, { from: [lng, lat], mode, kinds: kind, limit }, closures)
      if (reached === null) throw new Invalid('no_road_near')
      return {
        closures,
        places: reached.map(({ place, seconds }) => ({
          id: place.id, kind: place.kind, name: place.name, nameEn: place.nameEn, lng: place.lng, lat: place.lat, seconds,
        })),
      }
    },
  )
}
