import { Type } from 'typebox'
import { SnappedCheckpoint } from '#shared/schema/roads.ts'
import { ZoneId } from '#shared/schema/zone.ts'
import type { Deps } from '../deps.ts'
import { snapPlace } from '../domain/checkpoint-snap.ts'
import { zoneGroundNow } from '../domain/zone-ground.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'

/** A crossing is looked for on the edges of zones whose bounds are this near, in degrees: over 500 m up to 60° of latitude. */
const REACH = 0.01

const Query = Type.Object({
  lng: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  within: Type.Number({ minimum: 1, maximum: 500, default: 40, description: 'Metres' }),
  draft: Type.Optional({ ...ZoneId, description: 'A zone whose draft’s edge counts, too' }),
})

/** Where a checkpoint that is put down on the map belongs. */
export async function checkpointSnapRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/checkpoints/snap',
    {
      schema: {
        operationId: 'snapCheckpoint', tags: ['checkpoints'], summary: 'The road at a zone’s edge where a checkpoint belongs 卡点吸附到区边路口', querystring: Query,
        response: { 200: Type.Object({ snapped: Type.Union([SnappedCheckpoint, Type.Null()]) }), ...PROBLEMS(400, 401, 404) },
      },
    },
    async (request) => {
      const { lng, lat, within, draft } = request.query
      const near = deps.live.zones('all').filter(({ kind, bounds: [west, south, east, north] }) =>
        kind !== 'precaution' && lng >= west - REACH && lng <= east + REACH && lat >= south - REACH && lat <= north + REACH)
      const drafted = draft === undefined ? [] : [{ id: draft, ...(await zoneGroundNow(deps.store.db, draft, true)) }]
      const roads = { picture: await deps.live.roads(), checkpoints: deps.live.checkpoints() }
      return { snapped: await snapPlace(roads, [lng, lat], within, [...near, ...drafted]) }
    },
  )
}
