import type { Point } from 'geojson'
import type { Site, SiteContent } from '#shared/schema/site.ts'
import type { Db } from './connect.ts'
import { geoJson, toGeom } from './geometry.ts'
import type { Trx } from './transaction.ts'

const select = (db: Db) =>
  db.selectFrom('sites').select(['id', 'version', 'place', 'on_date', 'cases', geoJson<Point>('geom').as('geometry')])

/** Sites by number, after the one given. */
export const listSites = (db: Db, after: number, limit: number): Promise<Site[]> =>
  select(db).where('id', '>', after).orderBy('id').limit(limit).execute()

export const findSite = (db: Db, id: number): Promise<Site | undefined> => select(db).where('id', '=', id).executeTakeFirst()

/** @returns the number of the new site */
export async function insertSite(trx: Trx, { geometry, ...site }: SiteContent): Promise<number> {
  const row = await trx.insertInto('sites').values({ ...site, geom: toGeom(geometry) }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function deleteSite(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('sites').where('id', '=', id).execute()
}
