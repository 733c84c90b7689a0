/** The `earliest` of a clause that holds without having waited for a day. */
export const ALWAYS = -Infinity

/** How a clause stands. Days are since 1970-01-01; `earliest` null: cannot be said from what is known. */
export type ClauseFinding = {
  state: 'held' | 'not_held' | 'missing'
  why: ClauseReason
  numbers: Record<string, number>
  earliest: number | null
}

export const CLAUSE_REASONS = [
  'days_passed', 'days_remain', 'no_infection_date', 'no_contacts', 'contact_missing', 'round_on', 'round_due',
  'round_missing', 'round_partial', 'round_results_open', 'rounds_done', 'rounds_due', 'rounds_missing', 'clearance_on',
  'clearance_missing', 'clearance_outdated', 'none_left', 'zones_left', 'area_missing', 'not_kept', 'kept_until', 'kept_round_missing', 'kept_over',
] as const
export type ClauseReason = (typeof CLAUSE_REASONS)[number]

/** What every clause is judged by. */
export type ClauseContext = {
  today: number
  /** Day 0; null while no infection date is known where one is needed. */
  clock: number | null
}
