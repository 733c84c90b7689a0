import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { ExposureFigures } from '#shared/schema/exposure.ts'
import type { ZoneDetails, ZonePeriod } from '#shared/schema/zone.ts'
import type { Db } from './connect.ts'
import { knownThen } from './live-zones.ts'

type Stored =
  | 'id' | 'version' | 'kind' | 'name' | 'name_en' | 'measures' | 'rule_pack' | 'legal_basis' | 'authority' | 'review_by'
  | 'earliest_lift' | 'audience' | 'definition' | 'reason' | 'smallest' | 'published_at' | 'published_by' | 'previous_version' | 'hash'

/** A version with the first instant of its zone, and its end as it is known now. */
export type VersionRow = Pick<ZoneDetails, Stored> & {
  exposure: ExposureFigures
  since: string
  version_since: string
  valid_to: string | null
  ended_by: 'superseded' | 'lifted' | null
}

const columns = (knownAt?: string) => sql`
  v.zone_id as id, v.version, z.kind, v.name, v.name_en, v.measures, v.rule_pack, v.legal_basis, v.authority, v.review_by,
  v.earliest_lift, v.audience, v.definition, v.reason, v.smallest, v.published_at, v.published_by, v.previous_version, v.hash, v.exposure,
  lower(p.valid) as version_since, upper(p.valid) as valid_to, p.ended_by,
  (select min(lower(first.valid)) from zone_periods first where first.zone_id = v.zone_id and ${knownThen('first', knownAt)}) as since`

const FROM = sql`
  from zone_versions v join zones z on z.id = v.zone_id
  join zone_periods p on p.zone_id = v.zone_id and p.version = v.version and upper_inf(p.recorded)`

/** A zone's newest version as it is known now, in force or not; undefined before the first. */
export async function newestVersionRow(db: Db, zoneId: string): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`
    select ${columns()} ${FROM} where v.zone_id = ${zoneId} order by v.version desc limit 1`.execute(db)
  return rows[0]
}

/** The version that was in force at a moment, as it was known then or is known now (ISO 8601), with its end as known then. */
export async function versionRowAt(db: Db, zoneId: string, at: string, knownAt?: string): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`
    select ${columns(knownAt)} from zone_versions v join zones z on z.id = v.zone_id
    join zone_periods p on p.zone_id = v.zone_id and p.version = v.version and ${knownThen('p', knownAt)}
    where v.zone_id = ${zoneId} and p.valid @> ${at}::timestamptz`.execute(db)
  return rows[0]
}

/** Versions of a zone, newest first, before version `before`, each with all its periods on both axes. */
export async function versionHistory(
  db: Db,
  zoneId: string,
  before: number,
  limit: number,
): Promise<(VersionRow & { periods: ZonePeriod[] })[]> {
  const { rows } = await sql<VersionRow>`
    select ${columns()} ${FROM}
    where v.zone_id = ${zoneId} and v.version < ${before} order by v.version desc limit ${limit}`.execute(db)
  const versions = rows.map((row) => row.version)
  const { rows: periods } = await sql<ZonePeriod & { version: number }>`
    select version, lower(valid) as valid_from, upper(valid) as valid_to,
      lower(recorded) as recorded_from, upper(recorded) as recorded_to, ended_by, end_note
    from zone_periods where zone_id = ${zoneId} and version = any(${versions}::int[]) order by id`.execute(db)
  return rows.map((row) => ({
    ...row,
    periods: periods.filter((period) => period.version === row.version).map(({ version: _, ...period }) => period),
  }))
}

/** The ground of one version; EPSG:4326, [lng, lat]. */
export async function versionGround(db: Db, zoneId: string, version: number): Promise<MultiPolygon> {
  const { rows } = await sql<{ geometry: MultiPolygon }>`
    select ST_AsGeoJSON(geom, 7)::json as geometry
    from zone_versions where zone_id = ${zoneId} and version = ${version}`.execute(db)
  return rows[0]!.geometry
}
