import { sql } from 'kysely'
import type { AddressEntry } from '#shared/address/address.ts'
import type { Db } from './connect.ts'

type Row = { id: number; text: string; textEn: string | null; areaCode: string | null; lng: number; lat: number }

/** All addresses in pages by id, so that a million of them never stand in one answer. */
export async function* addressPages(db: Db, pageSize: number): AsyncGenerator<AddressEntry[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<Row>`
      select id, text, text_en as "textEn", area_code as "areaCode", ST_X(geom) as lng, ST_Y(geom) as lat
      from addresses where id > ${after} order by id limit ${pageSize}`.execute(db)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(toEntry)
    after = last.id
  }
}

const toEntry = ({ id, text, textEn, areaCode, lng, lat }: Row): AddressEntry => ({
  id: String(id),
  text,
  ...(textEn !== null && { textEn }),
  ...(areaCode !== null && { areaCode }),
  lng,
  lat,
})
