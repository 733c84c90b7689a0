import type { Rule, RuleLevel, RulePack } from '../schema/rule-pack.ts'
import type { ZoneKind } from '../schema/vocabulary.ts'
import { lastPositiveDay, type ZoneInputs } from './zone-inputs.ts'

/** The level of a pack that a kind of zone stands for; undefined where the pack has none. */
export const levelOf = (pack: RulePack, kind: ZoneKind): RuleLevel | undefined => pack.levels.find((level) => level.kind === kind)

/** The rule for a zone: one for ground that came down from a stricter level where it did and the level has one. */
export function ruleFor({ rules }: RuleLevel, { stepDownDay }: ZoneInputs): Rule | undefined {
  const down = stepDownDay === null ? undefined : rules.find(({ when }) => when === 'stepped_down')
  return down ?? rules.find(({ when }) => when !== 'stepped_down')
}

/**
 * Day 0 of the clock. `last_infection`: the last day with a positive, unknown while none is recorded. `entry`: the day
 * the level began (the step down, else the zone's start), or a later positive.
 */
export function clockOf({ clock }: Rule, inputs: ZoneInputs): number | null {
  const last = lastPositiveDay(inputs)
  if (clock === 'last_infection') return last
  const entry = inputs.stepDownDay ?? inputs.startDay
  return last === null ? entry : Math.max(entry, last)
}
