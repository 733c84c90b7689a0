import { sql } from 'kysely'
import type { Db } from './connect.ts'

/**
 * For each precaution zone named: how many sealed and controlled zones are in force on the ground of its area (the area
 * that it is the rest of, else its county); now, or at a moment (ISO 8601) as it is known today.
 */
export async function stricterInArea(db: Db, zoneIds: readonly string[], at: string | null): Promise<Map<string, number>> {
  const when = at === null ? sql`upper_inf(p.valid)` : sql`p.valid @> ${at}::timestamptz`
  const { rows } = await sql<{ id: string; count: number }>`
    with strict as (
      select v.geom from zone_periods p join zone_versions v using (zone_id, version) join zones z on z.id = p.zone_id
      where upper_inf(p.recorded) and ${when} and z.kind <> 'precaution'
    )
    select z.id, (select count(*) from strict s where s.geom && a.geom and ST_Relate(s.geom, a.geom, 'T********')) as count
    from zones z
    join zone_periods p on p.zone_id = z.id and upper_inf(p.recorded) and ${when}
    join zone_versions v on v.zone_id = p.zone_id and v.version = p.version
    join areas a on a.code = coalesce(
      case when v.definition ->> 'type' = 'rest_of' then v.definition ->> 'area' end, z.county_code || '000000')
    where z.kind = 'precaution' and z.id = any(${[...zoneIds]}::text[])`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
