import type { MultiPolygon } from 'geojson'
import type { LegalBasis } from '#shared/schema/zone.ts'
import type { Text, ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Static } from 'typebox'

/** A zone in force as the live picture holds it; plain data, replaced whole and never changed. */
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
