import { Type, type Static } from 'typebox'
import type { MultiPolygon } from 'geojson'
import { CANDIDATE_LEVELS } from '#shared/review/candidate-levels.ts'
import { ExposureFigures } from './exposure.ts'
import { AreaGeometry, UncheckedGeometry, type FeatureOf } from './geo.ts'
import { MomentSaid } from './moment.ts'
import { Crs, Text, ZoneKind } from './vocabulary.ts'

export const ZoneId = Type.String({ pattern: '^[0-9]{6}-[SCP]-[0-9]{4,}$', examples: ['990101-S-0001'] })
const AreaCode = Type.String({ pattern: '^[0-9]{12}([0-9]{3})?$' })

/** How the ground of a zone is said: by a line, by units, or as the rest of an area. */
export const DrawnDefinition = Type.Object({
  type: Type.Literal('drawn'),
  geometry: UncheckedGeometry,
  crs: Type.Optional(Crs),
})
export const UnitsDefinition = Type.Object({
  type: Type.Literal('units'),
  codes: Type.Array(AreaCode, { minItems: 1, maxItems: 2000, uniqueItems: true, description: 'Areas and compounds' }),
  minus_stricter: Type.Optional(Type.Boolean({ description: 'Leave out the ground of stricter zones in force: a ring with a hole; follows them' })),
})
export const RestOfDefinition = Type.Object({
  type: Type.Literal('rest_of'),
  area: AreaCode,
})
export const ZoneDefinition = Type.Union([DrawnDefinition, UnitsDefinition, RestOfDefinition])
export type ZoneDefinition = Static<typeof ZoneDefinition>

export const LegalBasis = Type.Object({
  number: Type.String({ minLength: 1, maxLength: 200, description: 'Document number' }),
  issuer: Type.String({ minLength: 1, maxLength: 200 }),
  date: Type.String({ format: 'date' }),
})

export const LiftRequest = Type.Object(
  {
    reason: Type.String({ minLength: 1, maxLength: 2000 }),
    authority: Type.String({ minLength: 1, maxLength: 200 }),
    legal_basis: LegalBasis,
  },
  { additionalProperties: false },
)
export type LiftRequest = Static<typeof LiftRequest>

/** A lift decided beforehand, by the authority and on the legal basis that it names. */
export const PlannedEnd = Type.Object(
  { at: Type.String({ format: 'date-time', description: 'The instant at which the zone ends by itself' }), ...LiftRequest.properties },
  { additionalProperties: false },
)
export type PlannedEnd = Static<typeof PlannedEnd>
const CandidateLevel = Type.Enum([...CANDIDATE_LEVELS])
/** For which sites a zone was taken, at which level, and why not at the smallest sufficient one; kept with the version. */
export const SmallestSufficient = Type.Object(
  {
    sites: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 200, uniqueItems: true, description: 'Numbers; they mean nothing once the sites are deleted' }),
    level: CandidateLevel,
    smallest: CandidateLevel,
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })),
  },
  { additionalProperties: false },
)

export type SmallestSufficient = Static<typeof SmallestSufficient>

/** What a planner writes. */
export const DraftContent = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    name_en: Type.Optional(Type.String({ maxLength: 200 })),
    definition: ZoneDefinition,
    rule_pack: Type.String({ minLength: 1, maxLength: 100, examples: ['three-zones-2021'] }),
    measures: Type.Array(Text, { minItems: 1, maxItems: 30 }),
    legal_basis: LegalBasis,
    reason: Type.String({ minLength: 1, maxLength: 2000 }),
    authority: Type.String({ minLength: 1, maxLength: 200, description: 'A post or body, never a person' }),
    review_by: Type.String({ format: 'date-time' }),
    earliest_lift: Type.Optional(Type.Union([Type.String({ format: 'date' }), Type.Null()])),
    audience: Type.Enum(['public', 'internal']),
    starts_at: Type.Optional(
      Type.String({ format: 'date-time', description: 'In force from this instant on, unseen by the public until then; at once if absent or past' }),
    ),
    planned_end: Type.Optional(PlannedEnd),
    smallest: Type.Optional(SmallestSufficient),
  },
  { additionalProperties: false },
)
export type DraftContent = Static<typeof DraftContent>

export const NewZone = Type.Object({ kind: ZoneKind, content: DraftContent }, { additionalProperties: false })
export type NewZone = Static<typeof NewZone>

export const Draft = Type.Object({
  zone_id: ZoneId,
  kind: ZoneKind,
  revision: Type.Integer(),
  state: Type.Enum(['draft', 'in_review', 'approved', 'rejected']),
  based_on: Type.Union([Type.Integer(), Type.Null()], { description: 'The version in force when the draft was begun' }),
  content: DraftContent,
  geometry: AreaGeometry,
  exposure: ExposureFigures,
  updated_at: Type.String({ format: 'date-time' }),
  updated_by: Type.String({ description: 'Post' }),
  rejection: Type.Union(
    [Type.Object({ reason: Type.String(), by: Type.String({ description: 'Post' }), at: Type.String({ format: 'date-time' }) }), Type.Null()],
    { description: 'Why it came back from review; until it is handed in again' },
  ),
})
export type Draft = Static<typeof Draft>

/** What everybody may know of a zone in force. */
export const PublicZone = Type.Object({
  id: ZoneId,
  version: Type.Integer(),
  kind: ZoneKind,
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  measures: Type.Array(Text),
  rule_pack: Type.String(),
  legal_basis: LegalBasis,
  authority: Type.String(),
  since: Type.String({ format: 'date-time', description: 'In force since (this zone, any version)' }),
  version_since: Type.String({ format: 'date-time' }),
  review_by: Type.String({ format: 'date-time' }),
  overdue: Type.Boolean({ description: 'review_by has passed' }),
  earliest_lift: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  area_m2: Type.Number(),
  people: Type.Integer(),
})
export type PublicZone = Static<typeof PublicZone>
export type ZoneFeature = FeatureOf<MultiPolygon, PublicZone>

/** What a signed-in post sees beside it. */
export const ZoneDetails = Type.Object({
  ...PublicZone.properties,
  audience: Type.Enum(['public', 'internal']),
  definition: ZoneDefinition,
  reason: Type.String(),
  smallest: Type.Union([SmallestSufficient, Type.Null()], { description: 'The level taken for sites, and why a larger one' }),
  exposure: ExposureFigures,
  published_at: Type.String({ format: 'date-time' }),
  published_by: Type.String({ description: 'Post' }),
  previous_version: Type.Union([Type.Integer(), Type.Null()]),
  hash: Type.String(),
  state: Type.Enum(['planned', 'in_force', 'superseded', 'lifted']),
  valid_to: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  planned_end: Type.Optional(PlannedEnd),
})
export type ZoneDetails = Static<typeof ZoneDetails>

/** One zone with its ground: what everybody may know, and more for a signed-in post. */
export const PublicZoneGround = Type.Object({ ...PublicZone.properties, geometry: AreaGeometry, ...MomentSaid })
export const ZoneGround = Type.Object({ ...ZoneDetails.properties, geometry: AreaGeometry, ...MomentSaid })
export type ZoneGround = Static<typeof ZoneGround>

/** When a version held, and from when to when that was what was known; the end's note says by whom and why. */
export const ZonePeriod = Type.Object({
  valid_from: Type.String({ format: 'date-time' }),
  valid_to: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  recorded_from: Type.String({ format: 'date-time' }),
  recorded_to: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  ended_by: Type.Union([Type.Enum(['superseded', 'lifted']), Type.Null()]),
  end_note: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
})
export type ZonePeriod = Static<typeof ZonePeriod>

export const ZoneHistoryEntry = Type.Object({ ...ZoneDetails.properties, periods: Type.Array(ZonePeriod) })
export type ZoneHistoryEntry = Static<typeof ZoneHistoryEntry>
