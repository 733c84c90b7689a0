import { sql } from 'kysely'
import type { TimelineMark } from '#shared/schema/timeline.ts'
import type { Db } from './connect.ts'

/** Beginnings, changes and ends of zones after `from` (ISO 8601), the newest `limit` of them, oldest first. */
export async function timelineMarks(db: Db, from: string, publicOnly: boolean, limit: number): Promise<TimelineMark[]> {
  const { rows } = await sql<TimelineMark>`
    with known as (
      select p.*, v.name, v.name_en, v.audience, z.kind, lag(upper(p.valid)) over (partition by p.zone_id order by p.version) as before
      from zone_periods p
      join zone_versions v using (zone_id, version) join zones z on z.id = p.zone_id
      where upper_inf(p.recorded)
    ), marks as (
      select lower(valid) as at, case when before = lower(valid) then 'superseded' else 'published' end as verb, * from known
      union all
      select upper(valid) as at, 'lifted' as verb, * from known where ended_by = 'lifted'
    ), newest as (
      select at, verb, zone_id, kind, name, name_en, false as planned from marks
      where at > ${from}::timestamptz and (audience = 'public' or not ${publicOnly})
      order by at desc limit ${limit}
    )
    select * from newest order by at, zone_id`.execute(db)
  return rows
}
