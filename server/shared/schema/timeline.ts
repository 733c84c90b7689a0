import { Type, type Static } from 'typebox'
import { ZoneKind } from './vocabulary.ts'
import { ZoneId } from './zone.ts'

/** One instant at which a zone began, changed or ended, as it is known now. */
export const TimelineMark = Type.Object({
  at: Type.String({ format: 'date-time' }),
  verb: Type.Enum(['published', 'superseded', 'lifted']),
  zone_id: ZoneId,
  kind: ZoneKind,
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  planned: Type.Boolean({ description: 'It has not come yet; signed in only' }),
})
export type TimelineMark = Static<typeof TimelineMark>
