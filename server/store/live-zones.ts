import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { Static } from 'typebox'
import type { LegalBasis } from '#shared/schema/zone.ts'
import type { Text, ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { inForceSince } from './in-force-since.ts'
import { readWkb } from './read-wkb.ts'

/** A zone version in force, with what the picture, a public answer and a tile need of it. Plain data, never changed. */
export type LiveZone = {
  id: string
  version: number
  kind: ZoneKind
  name: string
  nameEn: string | null
  /** EPSG:4326, valid, [lng, lat]. */
  geometry: MultiPolygon
  /** [west, south, east, north] in degrees. */
  bounds: readonly [number, number, number, number]
  /** A point of the zone, for labels and marks; [lng, lat]. */
  labelAt: readonly [number, number]
  measures: readonly Text[]
  rulePack: string
  legalBasis: Static<typeof LegalBasis>
  authority: string
  audience: 'public' | 'internal'
  /** In force since, whichever version; ISO 8601 in UTC, like the two below. */
  since: string
  versionSince: string
  reviewBy: string
  /** `YYYY-MM-DD`. */
  earliestLift: string | null
  areaM2: number
  people: number
}

export type ZonesAsked = {
  /** Only these; all if absent. */
  ids?: readonly string[]
  /** What was in force at that moment (ISO 8601); the present if absent. */
  at?: string
  /** As it was known at that moment (ISO 8601); as it is known today if absent. */
  knownAt?: string
  /** Only zones whose bounds hold this [lng, lat]. */
  around?: readonly [number, number]
}

/** The zones in force, by id. The present is the open period, so that no clock decides what holds now. */
export async function zonesInForce(db: Db, { ids, at, knownAt, around }: ZonesAsked = {}): Promise<LiveZone[]> {
  const known = (period: 'p' | 'q' | 'e') => knownThen(period, knownAt)
  const when = at === undefined ? sql`upper_inf(p.valid)` : sql`p.valid @> ${at}::timestamptz`
  const which = ids === undefined ? sql`true` : sql`p.zone_id = any(${[...ids]}::text[])`
  const where =
    around === undefined ? sql`true` : sql`v.geom && ST_SetSRID(ST_MakePoint(${around[0]}, ${around[1]}), 4326)`
  const now = sql`select p.zone_id, p.version, p.valid from zone_periods p where ${known('p')} and ${when} and ${which}`
  const { rows } = await sql<Row>`
    with ${inForceSince(now, known)}
    select v.zone_id as id, v.version, z.kind, v.name, v.name_en, ST_AsBinary(v.geom, 'NDR') as ground,
      array[ST_XMin(v.geom), ST_YMin(v.geom), ST_XMax(v.geom), ST_YMax(v.geom)] as bounds,
      array[ST_X(l.spot), ST_Y(l.spot)] as label_at,
      v.measures, v.rule_pack, v.legal_basis, v.authority, v.audience, v.review_by, v.earliest_lift,
      (v.exposure ->> 'areaM2')::float8 as area_m2, (v.exposure ->> 'people')::float8 as people,
      lower(p.valid) as version_since, s.since
    from now p join since s on s.zone_id = p.zone_id
    join zone_versions v on v.zone_id = p.zone_id and v.version = p.version
    join zones z on z.id = p.zone_id
    cross join lateral (select ST_PointOnSurface(v.geom) as spot) l
    where ${where}
    order by v.zone_id`.execute(db)
  return rows.map(toZone)
}

/** For rows of `zone_periods` by that name: those that say what was known at a moment, or what is known today. */
export const knownThen = (period: string, knownAt: string | undefined) =>
  knownAt === undefined ? sql`upper_inf(${sql.ref(`${period}.recorded`)})` : sql`${sql.ref(`${period}.recorded`)} @> ${knownAt}::timestamptz`

type Row = Omit<
  LiveZone,
  'nameEn' | 'geometry' | 'labelAt' | 'rulePack' | 'legalBasis' | 'versionSince' | 'reviewBy' | 'earliestLift' | 'areaM2'
> & {
  name_en: string | null
  ground: Uint8Array
  label_at: [number, number]
  rule_pack: string
  legal_basis: LiveZone['legalBasis']
  version_since: string
  review_by: string
  earliest_lift: string | null
  area_m2: number
}

const toZone = (row: Row): LiveZone => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  name: row.name,
  nameEn: row.name_en,
  geometry: { type: 'MultiPolygon', coordinates: readWkb(row.ground).map(({ paths }) => paths) },
  bounds: row.bounds,
  labelAt: row.label_at,
  measures: row.measures,
  rulePack: row.rule_pack,
  legalBasis: row.legal_basis,
  authority: row.authority,
  audience: row.audience,
  since: row.since,
  versionSince: row.version_since,
  reviewBy: row.review_by,
  earliestLift: row.earliest_lift,
  areaM2: row.area_m2,
  people: row.people,
})

/** Ids of those of the zones that share ground with an area, not just its border; `planned` ones are not stored yet. */
export async function zoneIdsMeeting(db: Db, areaCode: string, zones: readonly LiveZone[], planned: boolean): Promise<string[]> {
  const [ids, versions] = [zones.map((zone) => zone.id), zones.map((zone) => zone.version)]
  const grounds = zones.map((zone) => (planned ? JSON.stringify(zone.geometry) : null))
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${ids}::text[], ${versions}::int[], ${grounds}::text[]) asked (id, version, ground)
    left join zone_versions v on v.zone_id = asked.id and v.version = asked.version and asked.ground is null
    cross join lateral (select coalesce(v.geom, ST_SetSRID(ST_GeomFromGeoJSON(asked.ground), 4326)) as geom) g
    join areas a on a.code = ${areaCode} and a.geom && g.geom
    where ST_Relate(g.geom, a.geom, 'T********')`.execute(db)
  return rows.map((row) => row.id)
}
