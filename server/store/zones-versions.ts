import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { DraftContent } from '#shared/schema/zone.ts'
import type { ExposureFigures } from '#shared/schema/exposure.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { geoJson, toGeom } from './geometry.ts'
import { IN_FORCE } from './periods.ts'
import type { Trx } from './transaction.ts'

/** One version of a zone with its ground (EPSG:4326, [lng, lat]). */
export type ZoneVersion = {
  zoneId: string
  kind: ZoneKind
  version: number
  previousVersion: number | null
  content: DraftContent
  geometry: MultiPolygon
}

const selectVersion = (db: Db) =>
  db
    .selectFrom('zone_versions as v')
    .innerJoin('zones as z', 'z.id', 'v.zone_id')
    .select([
      'v.zone_id', 'z.kind', 'v.version', 'v.previous_version', 'v.name', 'v.name_en', 'v.definition', 'v.rule_pack',
      'v.measures', 'v.legal_basis', 'v.reason', 'v.authority', 'v.review_by', 'v.earliest_lift', 'v.audience', 'v.smallest',
      geoJson<MultiPolygon>('v.geom').as('geometry'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectVersion>['executeTakeFirstOrThrow']>>

const toVersion = ({ zone_id, kind, version, previous_version, geometry, name_en, smallest, ...rest }: Row): ZoneVersion => ({
  zoneId: zone_id,
  kind,
  version,
  previousVersion: previous_version,
  content: { ...rest, ...(name_en === null ? {} : { name_en }), ...(smallest === null ? {} : { smallest }) } as DraftContent,
  geometry,
})

/** The version of a zone that is in force, if one is. */
export async function versionInForce(db: Db, zoneId: string): Promise<ZoneVersion | undefined> {
  const row = await selectVersion(db)
    .innerJoin('zone_periods as p', (join) => join.onRef('p.zone_id', '=', 'v.zone_id').onRef('p.version', '=', 'v.version'))
    .where('v.zone_id', '=', zoneId)
    .where(IN_FORCE)
    .executeTakeFirst()
  return row && toVersion(row)
}

/** One version of a zone, in force or not. */
export async function versionOf(db: Db, zoneId: string, version: number): Promise<ZoneVersion | undefined> {
  const row = await selectVersion(db).where('v.zone_id', '=', zoneId).where('v.version', '=', version).executeTakeFirst()
  return row && toVersion(row)
}

/** Every version of every zone with its published hash, some at a time. */
export async function* versionPages(db: Db, size = 50): AsyncGenerator<(ZoneVersion & { hash: string })[]> {
  for (let after = { zone: '', version: 0 }; ; ) {
    const rows = await selectVersion(db)
      .select('v.hash')
      .where(sql<boolean>`(v.zone_id, v.version) > (${after.zone}, ${after.version}::int)`)
      .orderBy('v.zone_id').orderBy('v.version').limit(size).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(({ hash, ...row }) => ({ ...toVersion(row), hash }))
    after = { zone: last.zone_id, version: last.version }
  }
}

/** The number of a zone's newest version; 0 before the first. */
export async function newestVersion(db: Db, zoneId: string): Promise<number> {
  const row = await db
    .selectFrom('zone_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('zone_id', '=', zoneId)
    .executeTakeFirst()
  return row?.version ?? 0
}

/** When a version was published (ISO 8601 in UTC); the version must exist. */
export async function versionPublishedAt(db: Db, zoneId: string, version: number): Promise<string> {
  const row = await db
    .selectFrom('zone_versions')
    .select('published_at')
    .where('zone_id', '=', zoneId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return row.published_at
}

export type NewVersion = ZoneVersion & { exposure: ExposureFigures; at: string; by: string; hash: string }

/** Writes a version; it can never be changed afterwards. */
export async function insertVersion(trx: Trx, { content, ...version }: NewVersion): Promise<void> {
  await trx
    .insertInto('zone_versions')
    .values({
      zone_id: version.zoneId,
      version: version.version,
      name: content.name,
      name_en: content.name_en ?? null,
      geom: toGeom(version.geometry),
      definition: JSON.stringify(content.definition),
      rule_pack: content.rule_pack,
      measures: JSON.stringify(content.measures),
      legal_basis: JSON.stringify(content.legal_basis),
      reason: content.reason,
      authority: content.authority,
      review_by: content.review_by,
      earliest_lift: content.earliest_lift ?? null,
      audience: content.audience,
      smallest: content.smallest === undefined ? null : JSON.stringify(content.smallest),
      exposure: JSON.stringify(version.exposure),
      previous_version: version.previousVersion,
      published_at: version.at,
      published_by: version.by,
      hash: version.hash,
    })
    .execute()
}

/** The rest-of zone in force for exactly this area, other than `zoneId`. */
export async function restOfZone(db: Db, area: string, zoneId: string): Promise<string | undefined> {
  const { rows } = await sql<{ zone_id: string }>`
    select p.zone_id from zone_periods p join zone_versions v using (zone_id, version)
    where ${IN_FORCE} and p.zone_id <> ${zoneId}
      and v.definition ->> 'type' = 'rest_of' and v.definition ->> 'area' = ${area}`.execute(db)
  return rows[0]?.zone_id
}
