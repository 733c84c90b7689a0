import { Type, type Static } from 'typebox'
import { AreaGeometry } from './geo.ts'
import { ZoneKind } from './vocabulary.ts'
import { LiftRequest, ZoneId } from './zone.ts'

/** What is planned and has not come yet, for signed-in posts. */
export const Plan = Type.Object({
  id: Type.Integer(),
  zone_id: ZoneId,
  kind: ZoneKind,
  action: Type.Enum(['start', 'end']),
  due_at: Type.String({ format: 'date-time' }),
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  planned_by: Type.String({ description: 'Post' }),
  planned_at: Type.String({ format: 'date-time' }),
  decision: Type.Union([LiftRequest, Type.Null()], { description: 'Of an end' }),
  failed: Type.Union([Type.Object({ code: Type.String(), detail: Type.String() }), Type.Null()], {
    description: 'Why it could not be carried out at its time; null while it is to come',
  }),
  geometry: Type.Union([AreaGeometry, Type.Null()], { description: 'The ground of a start' }),
})
export type Plan = Static<typeof Plan>
