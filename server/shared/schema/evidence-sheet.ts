import { Type, type Static } from 'typebox'
import { Correction } from './correction.ts'
import { MomentQuery } from './moment.ts'
import { Crs, Lang, Text, ZoneKind } from './vocabulary.ts'
import { LegalBasis, ZoneId } from './zone.ts'

const Instant = Type.String({ format: 'date-time' })
const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const EvidenceQuery = Type.Object({
  lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  address: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  crs: Type.Optional(Crs),
  ...MomentQuery,
  lang: Type.Optional(Lang),
})

/** One step on the way of a version into force, as the audit log has it. */
const EvidenceEvent = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  noun: Type.String(),
  verb: Type.String(),
  post: Type.String(),
  hash: Type.String(),
})

const EvidenceZone = Type.Object({
  id: ZoneId,
  version: Type.Integer(),
  kind: ZoneKind,
  name: Type.String(),
  name_en: OrNull(Type.String()),
  measures: Type.Array(Text),
  rule_pack: Type.String(),
  legal_basis: LegalBasis,
  authority: Type.String(),
  review_by: Instant,
  valid_from: Instant,
  valid_to: OrNull(Instant),
  recorded_from: Type.String({ format: 'date-time', description: 'Since when it was known to hold so' }),
  ended_by: OrNull(Type.String()),
  published_at: Instant,
  version_hash: Type.String(),
  events: Type.Array(EvidenceEvent, { description: 'Public: the publication; signed in: every step that led to it' }),
  reason: Type.Optional(Type.String({ description: 'Signed in only, like the two below' })),
  end_note: Type.Optional(OrNull(Type.Record(Type.String(), Type.Unknown()))),
  posts: Type.Optional(
    Type.Object({ drafted: Type.Array(Type.String()), approved: Type.Array(Type.String()), published: Type.String() }),
  ),
})
export type EvidenceZone = Static<typeof EvidenceZone>

/** What the hash covers: all of it can be computed again at any time, from rows that never change. */
export const EvidenceContent = Type.Object({
  format: Type.Literal('sanqu-evidence-1'),
  scope: Type.Enum(['public', 'all']),
  place: Type.Object({ lng: Type.Number(), lat: Type.Number() }, { description: 'EPSG:4326, seven decimals' }),
  at: Instant,
  known_at: Type.String({ format: 'date-time', description: 'As asked; else the last change recorded when the sheet was made' }),
  last_event: Type.Integer({ description: 'Number of the last event in the audit log when the sheet was made' }),
  zones: Type.Array(EvidenceZone, { description: 'The strictest first; none: no zone covered the place' }),
  corrections: Type.Array(Correction, { description: 'Recorded after known_at, up to last_event' }),
})
export type EvidenceContent = Static<typeof EvidenceContent>

export const EvidenceSheet = Type.Object({
  sheet: EvidenceContent,
  hash: Type.String({ description: 'SHA-256 over the canonical JSON of `sheet` (sorted keys, no white space)' }),
  verify: Type.String({ description: 'Path that confirms the hash, now or in years' }),
  made_at: Instant,
  address: Type.Optional(Type.String({ description: 'The address that was looked up; not part of the hash' })),
})
export type EvidenceSheet = Static<typeof EvidenceSheet>

export const VerifyQuery = Type.Object({
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  lng: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  at: Instant,
  knownAt: Instant,
  event: Type.Integer({ minimum: 0 }),
  scope: Type.Enum(['public', 'all']),
})
export type VerifyQuery = Static<typeof VerifyQuery>

export const Verification = Type.Object({
  genuine: Type.Boolean({ description: 'Whether this server would say the same of that place and moment today' }),
  hash: Type.String(),
  chain: Type.Boolean({ description: 'Whether the audit log still has the event that the sheet ends with' }),
})
export type Verification = Static<typeof Verification>
