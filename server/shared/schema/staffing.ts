import { Type, type Static } from 'typebox'
import { GATE_DUTIES } from '../vocabulary.ts'

export const GateDuty = Type.Enum([...GATE_DUTIES], {
  description: 'documents 查验, temperature 测温, registration 登记, disinfection 消杀, traffic 交通疏导, supplies 物资转运',
})
export type GateDuty = Static<typeof GateDuty>

const People = (description: string) => Type.Integer({ minimum: 0, maximum: 99, description })

const GatePost = Type.Object(
  { duty: GateDuty, needed: People('People a shift'), assigned: People('People a shift') },
  { additionalProperties: false },
)
export type GatePost = Static<typeof GatePost>

/** The posts of a gate and its shifts a day, needed and assigned, as numbers. */
export const Staffing = Type.Object(
  {
    shifts: Type.Object(
      { needed: Type.Integer({ minimum: 1, maximum: 12 }), assigned: Type.Integer({ minimum: 0, maximum: 12 }) },
      { additionalProperties: false, description: 'Shifts a day' },
    ),
    posts: Type.Array(GatePost, { maxItems: GATE_DUTIES.length, description: 'Each duty once' }),
  },
  { additionalProperties: false },
)
export type Staffing = Static<typeof Staffing>
