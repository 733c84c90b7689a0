import { ALWAYS, type ClauseContext, type ClauseFinding } from './clause-finding.ts'
import type { ZoneInputs } from './zone-inputs.ts'

/** `days` since day `from`: held from day `from + days` on. */
function since(from: number, days: number, today: number): ClauseFinding {
  const earliest = from + days
  const passed = Math.max(0, today - from)
  return today >= earliest
    ? { state: 'held', why: 'days_passed', numbers: { days, passed, from }, earliest }
    : { state: 'not_held', why: 'days_remain', numbers: { days, passed, left: earliest - today, from }, earliest }
}

/** Days without a new infection, from day 0 of the clock. */
export const judgeQuietDays = ({ today, clock }: ClauseContext, days: number): ClauseFinding =>
  clock === null
    ? { state: 'missing', why: 'no_infection_date', numbers: { days }, earliest: null }
    : since(clock, days, today)

/**
 * Days since the last contact's exposure; "more than" asks for one day more. A statement that no contact lives here is
 * enough where no contact is recorded; silence is not.
 */
export function judgeContactDays({ today }: ClauseContext, inputs: ZoneInputs, days: number, strictly: boolean): ClauseFinding {
  const needed = strictly ? days + 1 : days
  if (inputs.lastContactDay !== null) return since(inputs.lastContactDay, needed, today)
  return inputs.noContacts
    ? { state: 'held', why: 'no_contacts', numbers: {}, earliest: ALWAYS }
    : { state: 'missing', why: 'contact_missing', numbers: { days: needed }, earliest: null }
}

/** Environmental clearance; one from before day 0 says nothing about the last infection. */
export function judgeClearance({ today, clock }: ClauseContext, { clearanceDay }: ZoneInputs): ClauseFinding {
  if (clearanceDay === null) return { state: 'missing', why: 'clearance_missing', numbers: {}, earliest: today }
  return clock !== null && clearanceDay < clock
    ? { state: 'missing', why: 'clearance_outdated', numbers: { on: clearanceDay }, earliest: today }
    : { state: 'held', why: 'clearance_on', numbers: { on: clearanceDay }, earliest: clearanceDay }
}

/** Whether stricter zones of the area are still in force; when they will be lifted is nobody's to compute. */
export const judgeStricterLifted = ({ stricterInArea: count }: ZoneInputs): ClauseFinding =>
  count === null ? { state: 'missing', why: 'area_missing', numbers: {}, earliest: null }
  : count === 0 ? { state: 'held', why: 'none_left', numbers: {}, earliest: ALWAYS }
  : { state: 'not_held', why: 'zones_left', numbers: { count }, earliest: null }
