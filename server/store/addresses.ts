import { sql } from 'kysely'
import type { Db } from './connect.ts'

/**
 * All addresses in pages by id, so that a million of them never stand in one answer: each page as the JSON text of rows
 * [id, text, text_en, area_code, lng, lat], which is passed to another thread without being read here.
 */
export async function* addressPages(db: Db, pageSize: number): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const { rows } = await sql<{ last: number | null; page: string }>`
      select max(id) as last, json_agg(json_build_array(
        id::text, text, text_en, area_code, ST_X(geom), ST_Y(geom)) order by id)::text as page
      from (select * from addresses where id > ${after} order by id limit ${pageSize}) a`.execute(db)
    const { last, page } = rows[0]!
    if (last === null) return
    yield page
    after = last
  }
}

/** Whether there are more addresses than so many; counting them all would take seconds. */
export async function hasMoreAddresses(db: Db, than: number): Promise<boolean> {
  const { rows } = await sql`select from addresses limit 1 offset ${than}`.execute(db)
  return rows.length > 0
}
