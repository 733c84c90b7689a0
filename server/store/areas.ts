import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { AreaLevel } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'

export type AreaRow = {
  code: string
  level: AreaLevel
  parent_code: string | null
  name: string
  name_en: string | null
  bounds: [number, number, number, number]
}

export type AreasAsked = {
  level?: AreaLevel
  parent?: string
  bbox?: readonly [number, number, number, number]
  /** A part of the name in either language, or the beginning of the code. */
  q?: string
  /** The last code of the page before. */
  after?: string
  limit: number
}

const columns = sql`code, level, parent_code, name, name_en,
  array[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] as bounds`

// a box without width or height is a line or a point: an envelope polygon of it would be invalid and meet nothing
const box = ([west, south, east, north]: readonly [number, number, number, number]) =>
  sql`ST_Envelope(ST_SetSRID(ST_MakeLine(ST_MakePoint(${west}, ${south}), ST_MakePoint(${east}, ${north})), 4326))`

/** Areas by code, one page of them. */
export async function areasPage(db: Db, asked: AreasAsked): Promise<AreaRow[]> {
  const like = `%${(asked.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<AreaRow>`
    select ${columns} from areas
    where code > ${asked.after ?? ''}
      and ${asked.level === undefined ? sql`true` : sql`level = ${asked.level}`}
      and ${asked.parent === undefined ? sql`true` : sql`parent_code = ${asked.parent}`}
      and ${asked.bbox === undefined ? sql`true` : sql`ST_Intersects(geom, ${box(asked.bbox)})`}
      and ${asked.q === undefined ? sql`true` : sql`(name ilike ${like} or name_en ilike ${like} or starts_with(code, ${asked.q}))`}
    order by code limit ${asked.limit}`.execute(db)
  return rows
}

export type AreaWithGround = AreaRow & { geometry: MultiPolygon; source: string; as_of: string }

/** One area with its ground, or undefined. */
export async function areaByCode(db: Db, code: string): Promise<AreaWithGround | undefined> {
  const { rows } = await sql<AreaWithGround>`
    select ${columns}, ST_AsGeoJSON(geom, 7)::json as geometry, source, as_of from areas where code = ${code}`.execute(
    db,
  )
  return rows[0]
}

export type AreaOfLevel = AreaRow & { geometry: MultiPolygon }

/** All areas of a level with their ground, by code. */
export async function areasOfLevel(db: Db, level: AreaLevel): Promise<AreaOfLevel[]> {
  const { rows } = await sql<AreaOfLevel>`
    select ${columns}, ST_AsGeoJSON(geom, 7)::json as geometry from areas where level = ${level} order by code collate "C"`.execute(db)
  return rows
}

export type AreaName = {
  code: string
  level: AreaLevel
  parentCode: string | null
  name: string
  nameEn: string | null
  lng: number
  lat: number
}

/** Every area's name and a point in it. */
export async function areaNames(db: Db): Promise<AreaName[]> {
  const { rows } = await sql<AreaName>`
    select code, level, parent_code as "parentCode", name, name_en as "nameEn", ST_X(spot) as lng, ST_Y(spot) as lat
    from areas cross join lateral (select ST_PointOnSurface(geom) as spot) l order by code`.execute(db)
  return rows
}

/** The ground of the areas that have no parent: what is loaded at all. */
export async function rootAreas(db: Db): Promise<{ id: string; geometry: MultiPolygon }[]> {
  const { rows } = await sql<{ id: string; geometry: MultiPolygon }>`
    select code as id, ST_AsGeoJSON(geom, 15)::json as geometry from areas where parent_code is null order by code`.execute(
    db,
  )
  return rows
}

/** Tells whether `rootAreas` would give the same as before, without reading their ground. */
export async function rootAreasHash(db: Db): Promise<string> {
  const { rows } = await sql<{ hash: string | null }>`
    select md5(string_agg(code || md5(ST_AsBinary(geom)), '' order by code)) as hash from areas where parent_code is null`.execute(db)
  return rows[0]?.hash ?? ''
}
