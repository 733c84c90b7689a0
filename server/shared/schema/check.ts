import { Type, type Static } from 'typebox'
import { MomentQuery } from './moment.ts'
import { Crs, Lang, ZoneKind } from './vocabulary.ts'
import { LegalBasis, ZoneId } from './zone.ts'

export const CheckQuery = Type.Object({
  lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  address: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  crs: Type.Optional(Crs),
  ...MomentQuery,
  lang: Type.Optional(Lang),
})
export type CheckQuery = Static<typeof CheckQuery>

export const CheckItem = Type.Object({
  id: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Integer()])),
  lng: Type.Optional(Type.Number()),
  lat: Type.Optional(Type.Number()),
  address: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
})
export type CheckItem = Static<typeof CheckItem>

export const CheckBatch = Type.Object({
  items: Type.Array(
    Type.Unknown({
      description: 'A CheckItem: lng and lat, or address; one that cannot be used is answered in place (unknown, not_a_place)',
      examples: [{ id: 1, lng: 109.5, lat: 34.5 }],
    }),
    { minItems: 1, maxItems: 10_000 },
  ),
  crs: Type.Optional(Crs),
  ...MomentQuery,
  lang: Type.Optional(Lang),
})
export type CheckBatch = Static<typeof CheckBatch>

const CoveringZone = Type.Object({ id: ZoneId, kind: ZoneKind, name: Type.String(), version: Type.Integer() })

export const AnsweringZone = Type.Object({
  ...CoveringZone.properties,
  measures: Type.Array(Type.String(), { description: 'In the language asked for' }),
  since: Type.String({ format: 'date-time' }),
  earliest_lift: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  earliest_lift_unknown_because: Type.Optional(Type.String()),
  review_by: Type.String({ format: 'date-time' }),
  overdue: Type.Boolean(),
  rule_pack: Type.String(),
  rule_pack_title: Type.String({ description: 'In the language asked for' }),
  legal_basis: LegalBasis,
  authority: Type.String(),
})

export const AddressCandidate = Type.Object({ text: Type.String(), score: Type.Number(), lng: Type.Number(), lat: Type.Number() })

/** `in_zone` and `not_in_zone` are only said of a place that is known; an address without a match is `unknown`. */
export const CheckAnswer = Type.Object({
  id: Type.Optional(Type.Union([Type.String(), Type.Integer()])),
  result: Type.Enum(['in_zone', 'not_in_zone', 'unknown']),
  reason: Type.Optional(
    Type.Enum(
      ['address_not_found', 'address_ambiguous', 'outside_district', 'not_a_place', 'bad_line', 'index_building'],
      { description: 'Why it is unknown; bad_line and index_building only in streams' },
    ),
  ),
  explanation: Type.Optional(Type.String({ description: 'The same in words, in the language asked for' })),
  zone: Type.Union([AnsweringZone, Type.Null()], { description: 'The strictest zone covering the point' }),
  others: Type.Array(CoveringZone, { description: 'Other zones covering the point, strictest first' }),
  address: Type.Optional(
    Type.Object({
      certainty: Type.Enum(['exact', 'likely', 'ambiguous', 'none']),
      match: Type.Union([AddressCandidate, Type.Null()]),
      candidates: Type.Array(AddressCandidate),
    }),
  ),
  scope: Type.Enum(['public', 'all'], { description: 'public: only published zones were looked at; all: internal ones too (signed in)' }),
  at: Type.String({ format: 'date-time', description: 'The moment the answer is for' }),
  known_at: Type.Optional(Type.String({ format: 'date-time', description: 'As it was known then, when knownAt was asked' })),
  planned: Type.Optional(Type.Boolean({ description: 'true: the moment has not come; this is what is planned' })),
  data: Type.Object({ seq: Type.Integer(), as_of: Type.String({ format: 'date-time' }), age_s: Type.Number({ description: 'Seconds since the picture was known to be current' }) }),
})
export type CheckAnswer = Static<typeof CheckAnswer>
