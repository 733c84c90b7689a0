import type { CorrectionRequest } from '#shared/schema/correction.ts'
import type { ZoneHistoryEntry } from '#shared/schema/zone.ts'
import type { HeldPeriod } from '#shared/time/correct-periods.ts'
import { toLocalInput } from './local-input.ts'

/** When a version in fact held, as it is being written; an empty `to` means that it still holds. */
export type CorrectionForm = { version: number; from: string; to: string; reason: string; authority: string; number: string; issuer: string; date: string }

/** When each version held, as is known now; the newest first, as the history has them. */
export const knownPeriods = (history: readonly ZoneHistoryEntry[]): HeldPeriod[] =>
  history.flatMap(({ version, periods }) => periods
    .filter(({ recorded_to }) => recorded_to === null)
    .map(({ valid_from, valid_to, ended_by }) => ({ version, from: valid_from, to: valid_to, endedBy: ended_by })))

const local = (iso: string | null) => (iso === null ? '' : toLocalInput(new Date(iso)))

/** The times of a version as they are recorded, to be corrected. */
export const recordedTimes = ({ version, from, to }: HeldPeriod): Pick<CorrectionForm, 'version' | 'from' | 'to'> =>
  ({ version, from: local(from), to: local(to) })

/** What is sent; null while something is missing. A time that was not touched stays what it is, to the millisecond. */
export function correctionRequest(form: CorrectionForm, recorded: HeldPeriod): CorrectionRequest | null {
  const { version, from, to, number, issuer, date } = form
  const [reason, authority] = [form.reason.trim(), form.authority.trim()]
  const instant = (text: string, was: string | null) => (was !== null && text === local(was) ? was : new Date(text).toISOString())
  if (from === '' || [reason, authority, number.trim(), issuer.trim(), date].includes('')) return null
  return {
    version, valid_from: instant(from, recorded.from), valid_to: to === '' ? null : instant(to, recorded.to),
    reason, authority, legal_basis: { number: number.trim(), issuer: issuer.trim(), date },
  }
}
