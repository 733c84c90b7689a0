import { Type, type Static } from 'typebox'

/** One event of GET /api/events (SSE): `id:` is the sequence number, `event:` the noun, `data:` this object. */
export const LiveEvent = Type.Object({
  seq: Type.Integer(),
  at: Type.String({ format: 'date-time' }),
  noun: Type.String(),
  verb: Type.String(),
  subject: Type.String(),
})
export type LiveEvent = Static<typeof LiveEvent>
