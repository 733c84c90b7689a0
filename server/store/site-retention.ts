import { sql } from 'kysely'
import type { Db } from './connect.ts'

/**
 * Ids of sites whose time is over at `now`. A site belongs by its place to the sealed and controlled zones that cover
 * or covered it: it is kept while one of them is in force, and `days` after the last of them ended. A site that never
 * lay in one counts from when it was recorded. Precaution zones, the rest of a county, hold no site.
 */
export async function expiredSites(db: Db, now: Date, days: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from sites s left join lateral (
      select bool_or(upper_inf(p.valid)) as held, max(upper(p.valid)) as ended
      from zone_versions v
      join zones z on z.id = v.zone_id and z.kind in ('sealed', 'controlled')
      join zone_periods p on p.zone_id = v.zone_id and p.version = v.version and upper_inf(p.recorded)
      where v.geom && s.geom and ST_Covers(v.geom, s.geom)
    ) zone on true
    where not coalesce(zone.held, false)
      and coalesce(zone.ended, s.created_at) < ${now.toISOString()}::timestamptz - make_interval(days => ${days})
    order by s.id`.execute(db)
  return rows.map(({ id }) => id)
}
