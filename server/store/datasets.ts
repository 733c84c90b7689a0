import { sql } from 'kysely'
import type { Db } from './connect.ts'

export type Dataset = {
  source: string
  title: string
  title_en: string | null
  licence: string | null
  as_of: string
  synthetic: boolean
}

/** What has been loaded, by key. */
export const allDatasets = (db: Db): Promise<Dataset[]> =>
  db
    .selectFrom('datasets')
    .select(['source', 'title', 'title_en', 'licence', 'as_of', 'synthetic'])
    .orderBy('source')
    .execute()

export type District = { code: string; name: string; name_en: string | null }

/** `[west, south, east, north]` of all areas, or null where none is loaded. */
export async function areaBounds(db: Db): Promise<[number, number, number, number] | null> {
  const { rows } = await sql<{ bounds: [number, number, number, number] | null }>`
    select case when e is null then null else array[ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)] end as bounds
    from (select ST_Extent(geom) as e from areas) as extent`.execute(db)
  return rows[0]?.bounds ?? null
}

/** The district served: the largest county, else the largest area of the highest level. */
export async function district(db: Db): Promise<District | null> {
  const { rows } = await sql<District>`
    select code, name, name_en from areas
    order by level = 'county' desc, array_position(
      array['province', 'prefecture', 'county', 'township', 'village', 'grid', 'compound', 'natural_village'], level),
      ST_Area(geom) desc, code
    limit 1`.execute(db)
  return rows[0] ?? null
}
