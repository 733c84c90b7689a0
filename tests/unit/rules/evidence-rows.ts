import type { Evidence, NewEvidence } from '#shared/schema/evidence.ts'

/** Entries as the store would give them, in the order entered. */
export const rows = (entries: readonly NewEvidence[]): Evidence[] =>
  entries.map((entry, n) => ({
    count: null, expected: null, sampled: null, negative: null, positive: null, note: null, corrects: null,
    ...entry, id: n + 1, zone_id: '990101-S-0001', withdrawn: false, entered_by: 'post', entered_at: `${entry.on}T12:00:00.000Z`,
  }))
