import { Type, type Static } from 'typebox'
import { EVIDENCE_TYPES } from '../vocabulary.ts'
import { ZoneId } from './zone.ts'

const closed = { additionalProperties: false }
const on = Type.String({ format: 'date', description: 'Calendar day in Asia/Shanghai; not in the future' })
const Count = (minimum: number) => Type.Integer({ minimum, maximum: 10_000_000 })
const more = {
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Where the figure comes from; nothing about persons' })),
  corrects: Type.Optional(Type.Integer({ minimum: 1, description: 'The entry that this one replaces' })),
}

export type EvidenceType = (typeof EVIDENCE_TYPES)[number]

/** One entry about a zone as a whole: a day and counts, never a person. */
export const NewEvidence = Type.Union([
  Type.Object({ type: Type.Literal('infection'), on, count: Count(1), ...more }, { ...closed, description: 'New infections found that day' }),
  Type.Object(
    { type: Type.Literal('round'), on, expected: Count(1), sampled: Count(0), negative: Count(0), positive: Count(0), ...more },
    { ...closed, description: 'A test round: people expected and sampled, results so far' },
  ),
  Type.Object({ type: Type.Literal('contact'), on, ...more }, { ...closed, description: 'Exposure of the last contact' }),
  Type.Object({ type: Type.Literal('no_contact'), on, ...more }, { ...closed, description: 'No contact of a case lives here, stated that day' }),
  Type.Object({ type: Type.Literal('clearance'), on, ...more }, { ...closed, description: 'Environmental clearance' }),
  Type.Object({ type: Type.Literal('step_down'), on, ...more }, { ...closed, description: 'This ground came down from a stricter level that day' }),
  Type.Object(
    { type: Type.Literal('alarm_answer'), on, note: Type.String({ minLength: 1, maxLength: 500 }), corrects: more.corrects },
    { ...closed, description: 'What was decided about the positives entered so far' },
  ),
])
export type NewEvidence = Static<typeof NewEvidence>

export const Withdrawal = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed)
export type Withdrawal = Static<typeof Withdrawal>

const CountOrNull = Type.Union([Type.Integer(), Type.Null()])

/** An entry as it is kept: entries never change; a correction is a new one. */
export const Evidence = Type.Object({
  id: Type.Integer(),
  zone_id: ZoneId,
  type: Type.Enum([...EVIDENCE_TYPES]),
  on: Type.String({ format: 'date' }),
  count: CountOrNull,
  expected: CountOrNull,
  sampled: CountOrNull,
  negative: CountOrNull,
  positive: CountOrNull,
  note: Type.Union([Type.String(), Type.Null()]),
  corrects: Type.Union([Type.Integer(), Type.Null()]),
  withdrawn: Type.Boolean({ description: 'It takes back the entry it corrects' }),
  entered_by: Type.String({ description: 'Post' }),
  entered_at: Type.String({ format: 'date-time' }),
})
export type Evidence = Static<typeof Evidence>
