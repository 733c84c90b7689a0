import { sql } from 'kysely'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

/** The kind of a zone that has an identity, whether in force or not. */
export async function zoneKind(db: Db, zoneId: string): Promise<ZoneKind | undefined> {
  return (await db.selectFrom('zones').select('kind').where('id', '=', zoneId).executeTakeFirst())?.kind
}

/** Whether any zone was ever begun. */
export const hasZones = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('zones').select('id').limit(1).executeTakeFirst()) !== undefined

/**
 * Gives a new zone the next number of its county and kind, under the lock of `lockChanges`; a number is never used
 * again, because rows of `zones` stay.
 * @returns the identity, for example `610502-S-0007`
 */
export async function insertZone(trx: Trx, countyCode: string, kind: ZoneKind): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into zones (id, county_code, kind, number)
    select ${countyCode} || '-' || upper(left(${kind}, 1)) || '-' || lpad(next::text, greatest(4, length(next::text)), '0'),
      ${countyCode}, ${kind}, next
    from (
      select coalesce(max(number), 0) + 1 as next from zones where county_code = ${countyCode} and kind = ${kind}
    ) numbers
    returning id`.execute(trx)
  return rows[0]!.id
}
