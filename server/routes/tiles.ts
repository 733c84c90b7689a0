import { Type } from 'typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { MomentQuery } from '#shared/schema/moment.ts'
import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import { createTiles } from '../live/tiles/create-tiles.ts'
import { basemapTileJson, zoneTileJson } from '../live/tiles/tile-json.ts'
import { isTile, type TileId } from '../live/tiles/mercator.ts'
import { ZONE_MAX_ZOOM } from '../live/tiles/zone-tile.ts'
import type { CachedTile } from '../live/tiles/tile-cache.ts'
import { BASEMAP_MAX_ZOOM } from '../store/basemap-zooms.ts'
import { areaBounds } from '../store/datasets.ts'
import type { App } from './app-type.ts'
import { cacheOfMoment, momentOf } from './moment-of.ts'
import { isFresh } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'

const tags = ['tiles']
const TilePath = Type.Object({ z: Type.Integer(), x: Type.Integer(), y: Type.Integer() })
const Version = Type.Object({
  v: Type.Optional(Type.String({ maxLength: 40, description: 'From the TileJSON: such a tile never changes' })),
})
const TileJson = Type.Record(Type.String(), Type.Unknown(), { description: 'TileJSON 3.0' })
const response = {
  200: {
    description: 'Mapbox Vector Tile 2.1',
    content: { 'application/vnd.mapbox-vector-tile': { schema: Type.String({ format: 'binary' }) } },
  },
  204: Type.Null({ description: 'Nothing is in this tile' }),
  304: Type.Null({ description: 'The reader has this tile already' }),
  ...PROBLEMS(400, 422),
}
const FOR_GOOD = 'public, max-age=604800, immutable'

/** Vector tiles of the ground and of the public zones, and their TileJSON. */
export async function tileRoutes(app: App, deps: Deps): Promise<void> {
  const tiles = createTiles(deps.store, deps.live)
  app.addHook('onClose', async () => tiles.close())

  app.get(
    '/tiles/basemap.json',
    {
      schema: {
        operationId: 'basemapTileJson',
        tags,
        summary: 'TileJSON of the ground 底图',
        response: { 200: TileJson },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-cache')
      return basemapTileJson(origin(deps, request), deps.live.groundSeq(), await areaBounds(deps.store.db))
    },
  )
  app.get(
    '/tiles/zones.json',
    {
      schema: {
        operationId: 'zoneTileJson',
        tags,
        summary: 'TileJSON of the zones in force 生效区域',
        response: { 200: TileJson },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-cache')
      return zoneTileJson(origin(deps, request), deps.live.seq())
    },
  )

  app.get(
    '/tiles/basemap/:z/:x/:y.mvt',
    {
      schema: {
        operationId: 'basemapTile',
        tags,
        summary: 'A tile of the ground 底图瓦片',
        params: TilePath,
        querystring: Version,
        response,
      },
    },
    async (request, reply) => {
      const before = String(deps.live.groundSeq())
      const tile = await tiles.basemap(checked(request.params, BASEMAP_MAX_ZOOM))
      return sendTile(request, reply, tile, cacheOf(request.query.v === before && before === String(deps.live.groundSeq())))
    },
  )
  app.get(
    '/tiles/zones/:z/:x/:y.mvt',
    {
      schema: {
        operationId: 'zoneTile',
        tags,
        summary: 'A tile of the zones in force, now or at a moment 区域瓦片',
        params: TilePath,
        querystring: Type.Object({ ...Version.properties, ...MomentQuery }),
        response,
      },
    },
    async (request, reply) => {
      const place = checked(request.params, ZONE_MAX_ZOOM)
      const moment = momentOf(deps, 'public', request.query)
      if (moment !== null) {
        return sendTile(request, reply, await tiles.zonesAt(moment, place), cacheOfMoment(moment, deps.now(), 'public'))
      }
      const before = String(deps.live.seq())
      const tile = await tiles.zones(place)
      return sendTile(request, reply, tile, cacheOf(request.query.v === before && before === String(deps.live.seq())))
    },
  )
}

const origin = (deps: Deps, request: FastifyRequest) =>
  deps.config.publicOrigin ?? `${request.protocol}://${request.host}`

function checked(tile: TileId, maxZoom: number): TileId {
  if (!isTile(tile, maxZoom)) throw new Invalid('no_such_tile', { tile: `${tile.z}/${tile.x}/${tile.y}`, maxZoom })
  return tile
}

/** A tile asked for with the version that it has may be kept for good; any other is asked about again. */
const cacheOf = (isVersion: boolean) => (isVersion ? FOR_GOOD : 'no-cache')

function sendTile(
  request: FastifyRequest,
  reply: FastifyReply,
  { bytes, tag }: CachedTile,
  cache: string,
): FastifyReply {
  void reply.header('cache-control', cache)
  if (isFresh(request, reply, tag)) return reply.code(304).send(null)
  if (bytes.byteLength === 0) return reply.code(204).send(null)
  return reply.type('application/vnd.mapbox-vector-tile').send(bytes)
}
