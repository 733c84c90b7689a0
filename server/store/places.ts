import { sql } from 'kysely'
import type { Point } from 'geojson'
import type { PlaceKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { envelope } from './geometry.ts'

export type PlaceRow = {
  id: number
  kind: PlaceKind
  name: string
  name_en: string | null
  capacity: Record<string, unknown>
  area_code: string | null
  source: string
  as_of: string
  geometry: Point
}

export type PlacesAsked = {
  kinds?: readonly PlaceKind[]
  bbox?: readonly [number, number, number, number]
  after?: number
  limit: number
}

/** Key places and resources by id, one page of them. */
export async function placesPage(db: Db, asked: PlacesAsked): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select id, kind, name, name_en, capacity, area_code, source, as_of, ST_AsGeoJSON(geom, 7)::json as geometry from places
    where id > ${asked.after ?? 0}
      and ${asked.kinds === undefined ? sql`true` : sql`kind = any(${[...asked.kinds]}::text[])`}
      and ${asked.bbox === undefined ? sql`true` : sql`geom && ${envelope(asked.bbox)}`}
    order by id limit ${asked.limit}`.execute(db)
  return rows
}

export type PlaceName = {
  id: number
  kind: PlaceKind
  name: string
  nameEn: string | null
  areaCode: string | null
  lng: number
  lat: number
}

/** Every place's name and point. */
export async function placeNames(db: Db): Promise<PlaceName[]> {
  const { rows } = await sql<PlaceName>`
    select id, kind, name, name_en as "nameEn", area_code as "areaCode", ST_X(geom) as lng, ST_Y(geom) as lat
    from places order by id`.execute(db)
  return rows
}
