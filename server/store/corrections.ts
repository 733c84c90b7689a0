import { sql } from 'kysely'
import type { HeldPeriod } from '#shared/time/correct-periods.ts'
import type { Trx } from './transaction.ts'

export type StoredPeriod = HeldPeriod & { id: number }

/** The periods of a zone as they are known now, one for each version. */
export async function knownPeriods(trx: Trx, zoneId: string): Promise<StoredPeriod[]> {
  const { rows } = await sql<StoredPeriod>`
    select id, version, lower(valid) as from, upper(valid) as to, ended_by as "endedBy" from zone_periods
    where zone_id = ${zoneId} and upper_inf(recorded) order by version`.execute(trx)
  return rows
}

/**
 * Puts what is known from `recordedAt` on in the place of what was known until then. The end keeps its note where it
 * does not move.
 */
export async function replacePeriods(
  trx: Trx,
  changed: readonly { before: StoredPeriod; after: HeldPeriod }[],
  recordedAt: string,
  note: Record<string, unknown>,
): Promise<void> {
  const ids = changed.map(({ before }) => before.id)
  await sql`update zone_periods set recorded = tstzrange(lower(recorded), ${recordedAt}) where id = any(${ids}::bigint[])`.execute(trx)
  for (const { before, after } of changed) {
    const sameEnd = before.to === after.to && before.endedBy === after.endedBy
    const end = after.endedBy === null ? sql`null` : sameEnd ? sql`end_note` : sql`${JSON.stringify(note)}::jsonb`
    await sql`
      insert into zone_periods (zone_id, version, valid, recorded, ended_by, end_note)
      select zone_id, version, tstzrange(${after.from}, ${after.to}), tstzrange(${recordedAt}, null), ${after.endedBy}, ${end}
      from zone_periods where id = ${before.id}`.execute(trx)
  }
}
