import type { Evidence } from '../schema/evidence.ts'
import { dayOfDate } from './shanghai-day.ts'
import type { PositiveDay, ZoneInputs } from './zone-inputs.ts'

/** The entries that stand: those that no later one corrects, and that take nothing back. Oldest first, as given. */
export function standing<T extends Pick<Evidence, 'id' | 'corrects' | 'withdrawn'>>(entries: readonly T[]): T[] {
  const corrected = new Set(entries.map(({ corrects }) => corrects))
  return entries.filter(({ id, withdrawn }) => !withdrawn && !corrected.has(id))
}

/**
 * What a zone's evidence says, entries oldest first: corrections have taken the place of what they correct. A round
 * that found somebody positive is a new infection of its day. A positive is answered by a decision entered after it.
 */
export function inputsOfEvidence(
  entries: readonly Evidence[],
  zone: Pick<ZoneInputs, 'kind' | 'startDay' | 'stricterInArea'>,
): ZoneInputs {
  const held = standing(entries)
  const answered = Math.max(0, ...held.filter(({ type }) => type === 'alarm_answer').map(({ id }) => id))
  const daysOf = (type: Evidence['type']) => held.filter((entry) => entry.type === type).map(({ on }) => dayOfDate(on))
  const last = (days: number[]) => (days.length === 0 ? null : Math.max(...days))
  const positives = held
    .filter(({ type, count, positive }) => (type === 'infection' && (count ?? 0) > 0) || (type === 'round' && (positive ?? 0) > 0))
    .map(({ id, on }): PositiveDay => ({ day: dayOfDate(on), answered: id < answered }))
  const rounds = held
    .filter(({ type }) => type === 'round')
    .map(({ on, expected, sampled, negative, positive }) => ({
      day: dayOfDate(on), expected: expected ?? 0, sampled: sampled ?? 0, negative: negative ?? 0, positive: positive ?? 0,
    }))
  return {
    ...zone,
    stepDownDay: last(daysOf('step_down')),
    positives,
    rounds,
    lastContactDay: last(daysOf('contact')),
    noContacts: daysOf('no_contact').length > 0,
    clearanceDay: last(daysOf('clearance')),
  }
}
