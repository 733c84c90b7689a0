import { Type, type Static } from 'typebox'
import { Text, ZoneKind } from './vocabulary.ts'

const Days = (description: string) => Type.Integer({ minimum: 0, maximum: 366, description })
const closed = { additionalProperties: false }
const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,49}$' })
/** A day, or only its month or year where no more is known. */
const When = Type.String({ pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$', examples: ['2022-06'] })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

/** One condition of a step down; days are calendar days in Asia/Shanghai, the day of the last infection is day 0. */
export const RuleClause = Type.Union([
  Type.Object({ type: Type.Literal('quiet_days'), days: Days('Days without a new infection; held from this day of the clock on') }, closed),
  Type.Object(
    {
      type: Type.Literal('contact_days'),
      days: Days('Days since the exposure of the last contact'),
      strictly: Type.Boolean({ description: 'more than so many days, not just as many' }),
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('full_round'), from_day: Days('A full negative round on this day of the clock or later') }, closed),
  Type.Object({ type: Type.Literal('round_before_lift'), days: Days('A full negative round in so many days before the step, its own day included') }, closed),
  Type.Object(
    {
      type: Type.Literal('round_series'),
      on_days: Type.Array(Days('Day of the clock'), { minItems: 1, maxItems: 30, uniqueItems: true }),
    },
    { ...closed, description: 'One full negative round for each of these days, on it or made up later' },
  ),
  Type.Object({ type: Type.Literal('clearance') }, { ...closed, description: 'Environmental clearance on or after day 0' }),
  Type.Object({ type: Type.Literal('stricter_lifted') }, { ...closed, description: 'All sealed and controlled zones of the area lifted' }),
  Type.Object(
    {
      type: Type.Literal('kept_after_early_positive'),
      first_days: Days('A positive in these first days of the zone …'),
      until_day: Days('… keeps it until this day of the zone …'),
      round_day: Days('… with a full negative round on this day of the zone or later'),
    },
    closed,
  ),
])
export type RuleClause = Static<typeof RuleClause>

export const Rule = Type.Object(
  {
    when: Type.Enum(['any', 'entered', 'stepped_down'], { description: 'stepped_down: the ground came down from a stricter level' }),
    clock: Type.Enum(['last_infection', 'entry'], { description: 'Day 0: the last infection, or the later of it and the day the level began' }),
    to: Type.String({ description: 'A level of the pack, or lifted' }),
    practice: orNull(Type.String({ description: 'The level that practice takes first' })),
    clauses: Type.Array(RuleClause, { minItems: 1 }),
  },
  closed,
)
export type Rule = Static<typeof Rule>

export const RuleLevel = Type.Object(
  {
    id: Id,
    title: Text,
    kind: ZoneKind,
    review_days: Type.Integer({ minimum: 1, maximum: 366, description: 'What the form proposes for the first review' }),
    alarm: orNull(Type.Literal('seal', { description: 'A positive calls for sealing at once' })),
    rules: Type.Array(Rule, { description: 'Empty where no criterion is known: the authority decides on a written ground' }),
  },
  closed,
)
export type RuleLevel = Static<typeof RuleLevel>

export const RuleSource = Type.Object(
  { document: Text, issuer: orNull(Text), date: orNull(When), not_known: orNull(Text) },
  closed,
)

/** A published set of rules as data: nothing of it is in code. */
export const RulePack = Type.Object(
  {
    id: Id,
    title: Text,
    summary: Text,
    sources: Type.Array(RuleSource, { minItems: 1 }),
    in_use: Type.Object({ from: When, to: orNull(When) }, closed),
    ground: Text,
    levels: Type.Array(RuleLevel, { minItems: 1, maxItems: 3 }),
    limits: Type.Array(Type.Object({ id: Id, text: Text }, closed)),
    notes: Type.Array(Text, { description: 'How this file reads what the documents leave open' }),
  },
  closed,
)
export type RulePack = Static<typeof RulePack>

/** Figures for planners from the documents of those years; no pack owns them. */
export const PlanningFigures = Type.Object(
  {
    source: RuleSource,
    figures: Type.Array(Type.Object({ id: Id, value: Type.String({ minLength: 1, maxLength: 60 }), text: Text }, closed), { minItems: 1 }),
  },
  closed,
)
export type PlanningFigures = Static<typeof PlanningFigures>

export const RuleCatalogue = Type.Object({ items: Type.Array(RulePack), planning: PlanningFigures })
export type RuleCatalogue = Static<typeof RuleCatalogue>
