import { Type, type Static } from 'typebox'
import { LiftRequest, ZoneId } from './zone.ts'

const Instant = Type.String({ format: 'date-time' })
const Held = Type.Object({ valid_from: Instant, valid_to: Type.Union([Instant, Type.Null()]) })

/** A late entry: when a version in fact held, on whose authority and why that is recorded now. */
export const CorrectionRequest = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    valid_from: Instant,
    valid_to: Type.Union([Instant, Type.Null()], { description: 'null: it still holds' }),
    ...LiftRequest.properties,
  },
  { additionalProperties: false },
)
export type CorrectionRequest = Static<typeof CorrectionRequest>

/** What a correction changed: nothing recorded before it is lost, it is known as it was until `recorded_at`. */
export const Correction = Type.Object({
  zone_id: ZoneId,
  version: Type.Integer(),
  recorded_at: Instant,
  by: Type.String({ description: 'Post' }),
  ...LiftRequest.properties,
  changed: Type.Array(Type.Object({ version: Type.Integer(), before: Held, after: Held }), {
    description: 'The version, and others as far as it overlaps them',
  }),
  event: Type.Object({ seq: Type.Integer(), hash: Type.String() }),
})
export type Correction = Static<typeof Correction>
