import { Type, type Static } from 'typebox'
import { GATE_NEEDS, GATE_QUEUES, GATE_STATUSES } from '../vocabulary.ts'

export const GateStatus = Type.Enum([...GATE_STATUSES], { description: 'normal 正常通行, closed 暂停通行, incident 突发情况' })
export type GateStatus = Static<typeof GateStatus>

export const GateQueue = Type.Enum([...GATE_QUEUES], { description: 'Vehicles and people waiting: none, under 10, 10 to 30, over 30' })
export type GateQueue = Static<typeof GateQueue>

export const GateNeed = Type.Enum([...GATE_NEEDS], { description: 'people 缺人手, supplies 缺物资' })
export type GateNeed = Static<typeof GateNeed>

const Moment = Type.String({ format: 'date-time' })

export const NewGateReport = Type.Object(
  {
    key: Type.String({ pattern: '^[0-9a-f]{32}$', description: '128 random bits that name this report for ever: sent again, it is the same report' }),
    status: GateStatus,
    queue: GateQueue,
    needs: Type.Array(GateNeed, { uniqueItems: true, maxItems: GATE_NEEDS.length }),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'No names, numbers or plates' })),
    made_at: Type.String({ format: 'date-time', description: 'When it was made, which may be long before it is sent' }),
  },
  { additionalProperties: false },
)
export type NewGateReport = Static<typeof NewGateReport>

export const GateReport = Type.Object({
  id: Type.Integer(),
  checkpoint: Type.Integer(),
  key: Type.String(),
  status: GateStatus,
  queue: GateQueue,
  needs: Type.Array(GateNeed),
  note: Type.Union([Type.String(), Type.Null()]),
  made_at: Moment,
  received_at: Moment,
  by: Type.String({ description: 'Post' }),
})
export type GateReport = Static<typeof GateReport>

/** The newest report of every checkpoint that has one; newest by when it was made, not by when it arrived. */
export const NewestGateReports = Type.Object({
  items: Type.Array(GateReport),
  stale_after_s: Type.Integer({ description: 'A newest report older than this says nothing of now' }),
})
export type NewestGateReports = Static<typeof NewestGateReports>
