/** When a version of a zone held, as far as is known; instants as ISO 8601 in UTC with milliseconds, `to` not included. */
export type HeldPeriod = { version: number; from: string; to: string | null; endedBy: 'superseded' | 'lifted' | null }

/** Why a version cannot have held so. */
export type CorrectionFault =
  | 'correction_no_version'
  | 'correction_backwards'
  | 'correction_nothing'
  | 'correction_reopens'
  | 'correction_swallows'
  | 'correction_splits'
  | 'correction_order'

export type CorrectedPeriods =
  | { ok: true; changed: { before: HeldPeriod; after: HeldPeriod }[] }
  | { ok: false; reason: CorrectionFault; version: number }

/**
 * What is to be known when `version` in fact held from `from` to `to`: its own period, and those of other versions as
 * far as it overlaps them. Nothing else moves, so a gap may be left. `known` holds one period for each version.
 * Refused: what would end what ended already anew as open, take the whole of another version's time or cut it in two,
 * or have a later version hold before an earlier one.
 */
export function correctPeriods(known: readonly HeldPeriod[], version: number, from: string, to: string | null): CorrectedPeriods {
  const refuse = (reason: CorrectionFault, of = version): CorrectedPeriods => ({ ok: false, reason, version: of })
  const own = known.find((period) => period.version === version)
  if (own === undefined) return refuse('correction_no_version')
  if (to !== null && to <= from) return refuse('correction_backwards')
  if (own.from === from && own.to === to) return refuse('correction_nothing')
  if (to === null && own.to !== null) return refuse('correction_reopens')
  const changed: { before: HeldPeriod; after: HeldPeriod }[] = []
  for (const before of known) {
    if (before === own || !overlap(before, from, to)) continue
    const early = before.from < from
    const late = to !== null && (before.to === null || before.to > to)
    if (early === late) return refuse(early ? 'correction_splits' : 'correction_swallows', before.version)
    changed.push({ before, after: early ? { ...before, to: from, endedBy: 'superseded' } : { ...before, from: to! } })
  }
  const others = known.filter((period) => period !== own).map((period) => changed.find(({ before }) => before === period)?.after ?? period)
  const endedBy = to === null ? null : others.some((other) => other.from === to) ? 'superseded' : 'lifted'
  const after: HeldPeriod = { version, from, to, endedBy }
  const inTime = [...others, after].sort((a, b) => (a.from < b.from ? -1 : 1))
  const wrong = inTime.find((period, i) => i > 0 && period.version < inTime[i - 1]!.version)
  if (wrong !== undefined) return refuse('correction_order', wrong.version)
  return { ok: true, changed: [...changed, { before: own, after }] }
}

const overlap = (period: HeldPeriod, from: string, to: string | null) =>
  (to === null || period.from < to) && (period.to === null || from < period.to)
