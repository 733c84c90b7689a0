import { Type, type Static } from 'typebox'
import { ZoneId } from './zone.ts'
import { ZoneKind } from './vocabulary.ts'

const Moment = Type.String({ format: 'date-time' })
const Reason = Type.String({ minLength: 1, maxLength: 2000 })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of exactly the version that would go out; the pre-flight shows it' })
const closed = { additionalProperties: false }

/** One review: of a draft before it goes out, or of a version that the fast lane put in force. */
export const Review = Type.Object({
  id: Type.Integer(),
  zone_id: ZoneId,
  kind: ZoneKind,
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  lane: Type.Enum(['before', 'after'], { description: 'after: published on the fast lane, reviewed afterwards' }),
  revision: Type.Union([Type.Integer(), Type.Null()], { description: 'Of the draft; lane before' }),
  version: Type.Union([Type.Integer(), Type.Null()], { description: 'In force already; lane after' }),
  hash: Hash,
  submitted_at: Moment,
  submitted_by: Type.String({ description: 'Post' }),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'Why the fast lane was taken' }),
  due_at: Moment,
  overdue: Type.Boolean({ description: 'Open, and due_at has passed' }),
  mine: Type.Boolean({ description: 'The reader wrote or published it and may not decide' }),
  outcome: Type.Union([Type.Enum(['approved', 'rejected', 'withdrawn', 'confirmed', 'objected']), Type.Null()]),
  decided_at: Type.Union([Moment, Type.Null()]),
  decided_by: Type.Union([Type.String(), Type.Null()], { description: 'Post' }),
  note: Type.Union([Type.String(), Type.Null()], { description: 'Reasons of the decision' }),
})
export type Review = Static<typeof Review>

export const Approval = Type.Object({ hash: Hash, note: Type.Optional(Reason) }, closed)
export type Approval = Static<typeof Approval>

export const Rejection = Type.Object({ reason: Reason }, closed)
export type Rejection = Static<typeof Rejection>

export const UrgentPublication = Type.Object({ hash: Hash, reason: Reason }, closed)
export type UrgentPublication = Static<typeof UrgentPublication>

export const AfterReview = Type.Object({ outcome: Type.Enum(['confirmed', 'objected']), reason: Reason }, closed)
export type AfterReview = Static<typeof AfterReview>
