import { Type, type Static } from 'typebox'
import { Text, ZoneKind } from './vocabulary.ts'
import { ZoneId } from './zone.ts'

const Day = Type.String({ format: 'date', description: 'Calendar day in Asia/Shanghai' })
const DayOrNull = Type.Union([Day, Type.Null()])

export const READINESS_STATUSES = ['ready', 'not_ready', 'evidence_missing', 'no_rule'] as const

export const ClauseResult = Type.Object({
  type: Type.String(),
  state: Type.Enum(['held', 'not_held', 'missing'], { description: 'missing: evidence is due and not there' }),
  why: Type.String({ description: 'Reason code', examples: ['days_remain'] }),
  numbers: Type.Record(Type.String(), Type.Union([Type.Integer(), Day])),
  earliest: Type.Union([Day, Type.Null()], { description: 'First day on which it can hold as things stand; null where that cannot be said' }),
  text: Text,
})
export type ClauseResult = Static<typeof ClauseResult>

/** Whether a zone meets its pack's criteria. It is advice: only an authority lifts. */
export const Readiness = Type.Object({
  pack: Type.String(),
  level: Type.Union([Type.Object({ id: Type.String(), title: Text }), Type.Null()]),
  status: Type.Enum([...READINESS_STATUSES]),
  reason: Type.Union([Type.Enum(['pack_unknown', 'level_absent', 'no_criterion']), Type.Null()], { description: 'Why there is no rule' }),
  target: Type.Union([Type.Object({ id: Type.String(), title: Text }), Type.Null()], { description: 'Where the rule leads; id lifted: to none' }),
  practice: Type.Union([Type.Object({ id: Type.String(), title: Text }), Type.Null()], { description: 'What practice does first instead' }),
  clock: Type.Union([Day, Type.Null()], { description: 'Day 0' }),
  restarts: Type.Array(Day, { description: 'Later infections, each of which restarted the clock' }),
  clauses: Type.Array(ClauseResult),
  earliest: DayOrNull,
  days_left: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  alarm: Type.Union([Type.Object({ action: Type.Literal('seal'), on: Day, text: Text }), Type.Null()]),
})
export type Readiness = Static<typeof Readiness>

export const ZoneReadiness = Type.Object({
  zone_id: ZoneId,
  kind: ZoneKind,
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  review_by: Type.String({ format: 'date-time' }),
  overdue: Type.Boolean(),
  at: Type.String({ format: 'date-time', description: 'The moment the days are counted to' }),
  readiness: Readiness,
})
export type ZoneReadiness = Static<typeof ZoneReadiness>

export const WhatIfChange = Type.Object({
  zone_id: ZoneId,
  kind: ZoneKind,
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  current: Readiness,
  proposed: Readiness,
  changed: Type.Array(Type.Enum(['level', 'target', 'status', 'earliest'])),
  why: Type.Array(Text, { description: 'What the two packs ask differently of this zone' }),
})
export type WhatIfChange = Static<typeof WhatIfChange>

export const WhatIf = Type.Object({
  pack: Type.String(),
  at: Type.String({ format: 'date-time' }),
  changes: Type.Array(WhatIfChange, { description: 'Zones whose level, target, status or earliest day would be another' }),
  unchanged: Type.Integer({ description: 'Zones in force that would stay as they are' }),
})
export type WhatIf = Static<typeof WhatIf>
