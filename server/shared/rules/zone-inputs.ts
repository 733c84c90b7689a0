import type { ZoneKind } from '../schema/vocabulary.ts'

/** One test round of a zone: people, and the calendar day (days since 1970-01-01) that its samples were taken on. */
export type TestRound = { day: number; expected: number; sampled: number; negative: number; positive: number }

/** A day on which positives were found, by report or in a round; `answered` once a decision about it was entered. */
export type PositiveDay = { day: number; answered: boolean }

/** What a rule is evaluated from: days (since 1970-01-01, Asia/Shanghai) and counts of one zone, never a person. */
export type ZoneInputs = {
  kind: ZoneKind
  /** The day on which the zone came into force, whichever version. */
  startDay: number
  /** The day on which its ground came down from a stricter level, if it did. */
  stepDownDay: number | null
  positives: readonly PositiveDay[]
  rounds: readonly TestRound[]
  lastContactDay: number | null
  /** Whether it was stated that no contact lives here; a contact's date outweighs it. */
  noContacts: boolean
  clearanceDay: number | null
  /** Sealed and controlled zones in force in the zone's area; null where that area is not loaded. */
  stricterInArea: number | null
}

/** The last day with a positive; null where none is recorded. */
export const lastPositiveDay = ({ positives }: ZoneInputs): number | null =>
  positives.reduce<number | null>((last, { day }) => Math.max(last ?? day, day), null)

/** Days after which the clock began again, oldest first: every day with positives but the first. */
export const restartDays = ({ positives }: ZoneInputs): number[] =>
  [...new Set(positives.map(({ day }) => day))].sort((a, b) => a - b).slice(1)
