import pg from 'pg'
import type { LiveZone } from '../../../server/store/live-zones.ts'
import type { TileId } from '../../../server/live/tiles/mercator.ts'
import { startPostgres } from '../../support/postgres.ts'

export type PostgisRival = {
  load(zones: readonly LiveZone[]): Promise<void>
  /** The tile by ST_AsMVT, with the tags of our layer of polygons. */
  tile(tile: TileId): Promise<Uint8Array>
  /** Ids of the zones that meet the tile's square. */
  meeting(tile: TileId): Promise<string[]>
  stop(): Promise<void>
}

const TILE = `select ST_AsMVT(t, 'zones', 4096, 'shape') as mvt from (
  select kind, version, id, name, ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3), 4096, 128) as shape from zones
  where geom && ST_TileEnvelope($1, $2, $3, margin => 128.0 / 4096) order by n desc) t`

/** PostGIS at its best: shapes already in Web Mercator, indexed, clustered by place and analysed, the query prepared. */
export async function startPostgisRival(): Promise<PostgisRival> {
  const cluster = await startPostgres()
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create extension postgis')
  return {
    async load(zones) {
      await client.query(`drop table if exists zones;
        create table zones (n int, kind text, version int, id text, name text, geom geometry(MultiPolygon, 3857))`)
      for (let from = 0; from < zones.length; from += 1000) {
        const rows = zones.slice(from, from + 1000).map(({ kind, version, id, name, geometry }, i) => ({ n: from + i, kind, version, id, name, geometry }))
        await client.query(
          `insert into zones select n, kind, version, id, name, ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometry::text), 4326), 3857)
           from json_to_recordset($1) as r(n int, kind text, version int, id text, name text, geometry json)`,
          [JSON.stringify(rows)],
        )
      }
      await client.query('create index on zones using gist (geom)')
      await client.query('vacuum analyze zones')
    },
    async tile({ z, x, y }) {
      const { rows } = await client.query<{ mvt: Buffer }>({ name: 'tile', text: TILE, values: [z, x, y] })
      return rows[0]!.mvt
    },
    async meeting({ z, x, y }) {
      const { rows } = await client.query<{ id: string }>(
        'select id from zones where ST_Intersects(geom, ST_TileEnvelope($1, $2, $3)) order by id',
        [z, x, y],
      )
      return rows.map(({ id }) => id)
    },
    async stop() {
      await client.end()
      await cluster.stop()
    },
  }
}
