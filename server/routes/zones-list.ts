import { Type } from 'typebox'
import { boundsMeet } from '#shared/geometry/bounds-meet.ts'
import { BboxQuery } from '#shared/schema/geo.ts'
import { MomentQuery } from '#shared/schema/moment.ts'
import type { Ring } from '#shared/schema/roads.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'
import { ZoneKind } from '#shared/schema/vocabulary.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import { ZoneList } from '#shared/schema/zone-list.ts'
import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import { saidMoment } from '../live/moment.ts'
import { isOverdue, toZoneFeature } from '../live/public-zone.ts'
import { zoneIdsMeeting, type LiveZone } from '../store/live-zones.ts'
import type { App } from './app-type.ts'
import { requireInsider } from './audience-of.ts'
import { parseBbox } from './bbox.ts'
import { cacheOfMoment, momentOf } from './moment-of.ts'
import { linkNext } from './next-page.ts'
import { isFresh } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { zonesOfMoment } from './zones-of-moment.ts'

const Query = Type.Object({
  kind: Type.Optional(Type.Array(ZoneKind, { description: 'Repeat for several' })),
  bbox: Type.Optional(BboxQuery),
  area: Type.Optional(
    Type.String({ pattern: '^[0-9]{12}([0-9]{3})?$', description: 'Zones on the ground of this area' }),
  ),
  audience: Type.Optional(Type.Enum(['public', 'all'], { description: 'all: internal zones too (signed in)' })),
  rings: Type.Optional(Type.Boolean({ description: 'How well each zone’s ring is closed now (signed in)' })),
  ...MomentQuery,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 10_000 })),
  cursor: Type.Optional(Type.String({ maxLength: 40, description: 'The next page’s, from the Link header or `next`' })),
})

/** The zones in force, now or at a moment, as GeoJSON, the strictest first; one strong ETag for each state of the picture. */
export async function zoneListRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/zones',
    {
      schema: {
        operationId: 'listZones',
        tags: ['zones'],
        summary: 'Zones in force 生效中的区域',
        querystring: Query,
        response: {
          200: { description: 'GeoJSON (RFC 7946)', content: { 'application/geo+json': { schema: ZoneList } } },
          304: Type.Null({ description: 'The reader has this state already' }),
          ...PROBLEMS(400, 401, 422),
        },
      },
    },
    async (request, reply) => {
      const { kind, bbox, area, audience = 'public', rings: withRings = false, limit = 10_000, cursor } = request.query
      if (audience === 'all' || withRings) requireInsider(request)
      const moment = momentOf(deps, audience, request.query)
      const now = moment?.at ?? deps.now()
      const zones = moment === null ? deps.live.zones(audience) : await zonesOfMoment(deps, moment, audience)
      void reply.header('vary', 'cookie')
      if (moment === null) {
        const overdue = zones.filter((zone) => isOverdue(zone, now)).length
        void reply.header('cache-control', audience === 'all' || withRings ? 'private, no-cache' : 'no-cache')
        if (isFresh(request, reply, `zones.${deps.live.seq()}.${overdue}.${audience}${withRings ? '.rings' : ''}`)) return reply.code(304).send(null)
      } else void reply.header('cache-control', cacheOfMoment(moment, deps.now(), audience))
      const bounds = bbox === undefined ? null : parseBbox(bbox)
      const onArea = area === undefined ? null : new Set(await zoneIdsMeeting(deps.store.db, area, zones, moment?.planned ?? false))
      const chosen = zones.filter(
        (zone) =>
          (kind === undefined || kind.includes(zone.kind)) &&
          (bounds === null || boundsMeet(zone.bounds, bounds)) &&
          (onArea === null || onArea.has(zone.id)) &&
          (cursor === undefined || isAfter(zone, cursor)),
      )
      const page = chosen.slice(0, limit)
      const next = chosen.length > page.length ? (page.at(-1)?.id ?? null) : null
      linkNext(request, reply, next)
      const rings = withRings ? await deps.live.rings() : null
      const features = page.map((zone) => withRing(toZoneFeature(zone, now), rings))
      return reply
        .type('application/geo+json')
        .serializer(JSON.stringify)
        .send({ type: 'FeatureCollection', features, next, ...(moment !== null && saidMoment(moment)) })
    },
  )
}

const withRing = (feature: ZoneFeature, rings: ReadonlyMap<string, Ring> | null) =>
  rings === null ? feature : { ...feature, properties: { ...feature.properties, ring: rings.get(feature.properties.id) ?? null } }

/** Whether a zone comes after the one whose id the cursor is, in the order of strictness and id; that one may be gone. */
function isAfter(zone: LiveZone, cursor: string): boolean {
  const letter = /^\d{6}-([SCP])-\d+$/.exec(cursor)?.[1]
  const rank = ZONE_KINDS.findIndex((kind) => kind[0]?.toUpperCase() === letter)
  if (rank === -1) throw new Invalid('bad_cursor', { cursor })
  const own = ZONE_KINDS.indexOf(zone.kind)
  return own > rank || (own === rank && zone.id > cursor)
}
