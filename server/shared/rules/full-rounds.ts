import { lastPositiveDay, type TestRound, type ZoneInputs } from './zone-inputs.ts'

/** A round counts when everybody expected was sampled and every result is in and negative. */
export const isFullNegative = ({ expected, sampled, negative, positive }: TestRound): boolean =>
  expected > 0 && sampled >= expected && positive === 0 && negative >= sampled

/**
 * Days of the full negative rounds up to `today` and after the last positive, oldest first, each once: a round of the
 * day on which somebody was found positive says nothing of the days after.
 */
export function fullRoundDays(inputs: ZoneInputs, today: number): number[] {
  const last = lastPositiveDay(inputs) ?? -Infinity
  const days = inputs.rounds.filter((round) => isFullNegative(round) && round.day > last && round.day <= today).map(({ day }) => day)
  return [...new Set(days)].sort((a, b) => a - b)
}

/** The newest round from day `from` on that is not full and found nobody positive; undefined if none. */
export const partialRound = (inputs: ZoneInputs, from: number, today: number): TestRound | undefined =>
  inputs.rounds
    .filter((round) => !isFullNegative(round) && round.positive === 0 && round.day >= from && round.day <= today)
    .sort((a, b) => b.day - a.day)[0]
