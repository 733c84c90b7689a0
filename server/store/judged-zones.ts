import { sql } from 'kysely'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { inForceSince } from './in-force-since.ts'
import { knownThen } from './live-zones.ts'

/** What judging a zone in force needs of it, without its ground. */
export type JudgedZone = {
  id: string
  kind: ZoneKind
  name: string
  name_en: string | null
  rule_pack: string
  review_by: string
  /** In force since, whichever version; a lift begins it anew. */
  since: string
}

/** The zones in force by id: now, or at a moment (ISO 8601) as it is known today; only those named, if any are. */
export async function judgedZones(db: Db, { ids, at }: { ids?: readonly string[]; at?: string }): Promise<JudgedZone[]> {
  const when = at === undefined ? sql`upper_inf(p.valid)` : sql`p.valid @> ${at}::timestamptz`
  const which = ids === undefined ? sql`true` : sql`p.zone_id = any(${[...ids]}::text[])`
  const now = sql`select p.zone_id, p.version, p.valid from zone_periods p where upper_inf(p.recorded) and ${when} and ${which}`
  const { rows } = await sql<JudgedZone>`
    with ${inForceSince(now, (period) => knownThen(period, undefined))}
    select z.id, z.kind, v.name, v.name_en, v.rule_pack, v.review_by, s.since
    from now p join since s on s.zone_id = p.zone_id join zones z on z.id = p.zone_id
    join zone_versions v on v.zone_id = p.zone_id and v.version = p.version
    order by z.id`.execute(db)
  return rows
}
