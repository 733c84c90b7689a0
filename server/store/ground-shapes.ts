import { sql, type RawBuilder } from 'kysely'
import type { Db } from './connect.ts'

type TagValue = string | number | boolean

/** A road or a building as the basemap draws it. */
export type GroundShape = {
  /** What is drawn and told of it, by the names that the basemap's tiles use; unknown and usual values left out. */
  tags: Record<string, TagValue>
  /** Well-known binary in degrees, EPSG:4326. */
  wkb: Uint8Array
}

type Row = GroundShape & { id: number }

/** All roads in pages by id. */
export const roadShapes = (db: Db, pageSize: number): AsyncGenerator<GroundShape[]> =>
  pages(db, pageSize, sql`roads`, sql`'class', class, 'name', name, 'name_en', name_en, 'ref', ref,
    'bridge', nullif(bridge, false), 'tunnel', nullif(tunnel, false), 'layer', nullif(layer, 0), 'oneway', nullif(oneway, false)`)

/** All buildings, likewise. */
export const buildingShapes = (db: Db, pageSize: number): AsyncGenerator<GroundShape[]> =>
  pages(db, pageSize, sql`buildings`, sql`'levels', levels, 'use', use, 'name', name, 'name_en', name_en`)

async function* pages(
  db: Db,
  pageSize: number,
  table: RawBuilder<unknown>,
  tags: RawBuilder<unknown>,
): AsyncGenerator<GroundShape[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<Row>`
      select id, jsonb_strip_nulls(jsonb_build_object(${tags})) as tags, ST_AsBinary(geom, 'NDR') as wkb
      from ${table} where id > ${after} order by id limit ${pageSize}`.execute(db)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.id
  }
}
