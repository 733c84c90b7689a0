import type { Readiness } from '../schema/readiness.ts'
import type { RuleLevel } from '../schema/rule-pack.ts'
import { SEAL_AT_ONCE } from './rule-texts.ts'
import { dateOfDay } from './shanghai-day.ts'
import type { ZoneInputs } from './zone-inputs.ts'

/**
 * A positive in a controlled zone calls for sealing until a decision about it is entered, unless the pack's level says
 * otherwise; a pack without such a level silences nothing. Positives from before the ground stepped down are known.
 */
export function alarmOf(level: RuleLevel | undefined, { kind, positives, stepDownDay }: ZoneInputs): Readiness['alarm'] {
  if (kind !== 'controlled' || (level !== undefined && level.alarm === null)) return null
  const open = positives.filter(({ day, answered }) => !answered && day >= (stepDownDay ?? -Infinity)).map(({ day }) => day)
  return open.length === 0 ? null : { action: 'seal', on: dateOfDay(Math.max(...open)), text: SEAL_AT_ONCE }
}
