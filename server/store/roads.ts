import { sql } from 'kysely'
import { collectRoads, type RoadRow } from '#shared/roads/collect-roads.ts'
import type { RoadColumns } from '#shared/roads/road-columns.ts'
import type { RoadPlace, RoadSource } from '#shared/roads/road-picture.ts'
import type { Db } from './connect.ts'

const PAGE = 2_000

/** All roads by number, as columns; read in pages, so that neither the database nor this thread is held for long. */
export async function readRoads(db: Db): Promise<RoadColumns> {
  const roads = collectRoads()
  for (let after = 0; ; ) {
    const { rows } = await sql<RoadRow>`
      select id, class, name, name_en as "nameEn", ref, oneway, bridge, tunnel, layer, tags,
        ST_AsGeoJSON(geom, 7)::json -> 'coordinates' as coordinates
      from roads where id > ${after} order by id limit ${PAGE}`.execute(db)
    const last = rows.at(-1)
    if (last === undefined) return roads.finish()
    for (const row of rows) roads.add(row)
    after = last.id
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const KINDS = [
  'hospital', 'designated_hospital', 'clinic', 'fever_clinic', 'pharmacy', 'food', 'market', 'mall', 'fire_station',
  'quarantine_site', 'depot', 'delivery_point',
]

/** The places that people go to for care and food, or that goods go through, by number. */
export async function readRoadPlaces(db: Db): Promise<RoadPlace[]> {
  const { rows } = await sql<RoadPlace>`
    select id, kind, name, name_en as "nameEn", ST_X(geom) as lng, ST_Y(geom) as lat, coalesce(capacity ->> 'state', '') as state,
      case when jsonb_typeof(coalesce(capacity -> 'rooms', capacity -> 'beds')) = 'number'
        then coalesce(capacity ->> 'rooms', capacity ->> 'beds')::float8 else 'NaN' end as rooms
    from places where kind = any(${KINDS}::text[]) order by id`.execute(db)
  return rows
}

/** Where the roads come from and how old each source is. */
export async function readRoadSources(db: Db): Promise<RoadSource[]> {
  const { rows } = await sql<RoadSource>`
    select r.source, d.title, max(r.as_of) as "asOf", count(*) as roads
    from roads r join datasets d on d.source = r.source group by r.source, d.title order by r.source`.execute(db)
  return rows.map((row) => ({ ...row, roads: Number(row.roads) }))
}
