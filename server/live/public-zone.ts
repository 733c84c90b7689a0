import type { PublicZone, ZoneFeature } from '#shared/schema/zone.ts'
import type { LiveZone } from '../store/live-zones.ts'

/** What everybody may know of a zone, as the API says it; `now` decides whether its review is overdue. */
export const toPublicZone = (zone: LiveZone, now: Date): PublicZone => ({
  id: zone.id,
  version: zone.version,
  kind: zone.kind,
  name: zone.name,
  name_en: zone.nameEn,
  measures: [...zone.measures],
  rule_pack: zone.rulePack,
  legal_basis: zone.legalBasis,
  authority: zone.authority,
  since: zone.since,
  version_since: zone.versionSince,
  review_by: zone.reviewBy,
  overdue: isOverdue(zone, now),
  earliest_lift: zone.earliestLift,
  area_m2: zone.areaM2,
  people: zone.people,
})

export const isOverdue = (zone: LiveZone, now: Date): boolean => Date.parse(zone.reviewBy) < now.getTime()

/** The zone as a GeoJSON feature (RFC 7946). */
export const toZoneFeature = (zone: LiveZone, now: Date): ZoneFeature => ({
  type: 'Feature',
  id: zone.id,
  geometry: zone.geometry,
  properties: toPublicZone(zone, now),
})
