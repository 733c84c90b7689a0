import { Type, type Static } from 'typebox'
import { CheckpointState, CheckpointTier, Text, ZoneKind } from './vocabulary.ts'
import { LegalBasis } from './zone.ts'

const Named = { id: Type.Integer(), name: Type.String(), name_en: Type.Union([Type.String(), Type.Null()]) }

/** What is asked at a gate, for those who come to it: everything in both languages, nothing internal, nobody named. */
export const RuleCardSheet = Type.Object({
  gate: Type.Object({ ...Named, tier: CheckpointTier, state: CheckpointState, green_lane: Type.Boolean() }),
  zone: Type.Union([
    Type.Object({
      id: Type.String(), kind: ZoneKind, name: Type.String(), name_en: Type.Union([Type.String(), Type.Null()]),
      measures: Type.Array(Text), rule_pack_title: Text, legal_basis: LegalBasis, authority: Type.String(),
      since: Type.String({ format: 'date-time' }), review_by: Type.String({ format: 'date-time' }),
    }),
    Type.Null(),
  ], { description: 'The zone at whose edge the gate stands, as far as the reader may know of it' }),
  always: Text,
  passes: Type.Array(Text),
  asks: Type.Array(Text),
  green_lane: Text,
  green_lanes: Type.Array(Type.Object({ ...Named, metres: Type.Integer() }), { description: 'Where this is none: the nearest staffed ones' }),
  hours: Type.Union([Type.Object({ from: Type.String(), to: Type.String() }), Type.Null()]),
  duty_phone: Type.Union([Type.String(), Type.Null()]),
  as_of: Type.String({ format: 'date-time' }),
})
export type RuleCardSheet = Static<typeof RuleCardSheet>
