import { sql } from 'kysely'
import type { Trx } from './transaction.ts'

/** Open on both axes: in force as far as anybody knows. For rows of `zone_periods` named `p`. */
export const IN_FORCE = sql<boolean>`upper_inf(p.valid) and upper_inf(p.recorded)`

/**
 * The one instant of a change, from the database's clock in whole milliseconds (as JavaScript holds them), and later
 * than every change before it even when that clock is set back. Under the lock of `lockChanges`.
 */
export async function nextInstant(trx: Trx): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select greatest(
      date_trunc('milliseconds', clock_timestamp()),
      (select lower(recorded) from zone_periods order by id desc limit 1) + interval '1 millisecond'
    ) as at`.execute(trx)
  return rows[0]!.at
}

/**
 * From `at` on the version is in force, and known to be from `recordedAt` on: later than `at` for what was planned and
 * could only be carried out after its time.
 */
export async function openPeriod(trx: Trx, zoneId: string, version: number, at: string, recordedAt: string = at): Promise<void> {
  await sql`
    insert into zone_periods (zone_id, version, valid, recorded)
    values (${zoneId}, ${version}, tstzrange(${at}, null), tstzrange(${recordedAt}, null))`.execute(trx)
}

/**
 * Ends what is in force: what was known until `recordedAt` is kept with its recorded end, and what is known from then
 * on is a row of its own, whose validity ends at `at`.
 */
export async function closePeriod(
  trx: Trx,
  zoneId: string,
  at: string,
  endedBy: 'superseded' | 'lifted',
  note: Record<string, unknown>,
  recordedAt: string = at,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    update zone_periods p set recorded = tstzrange(lower(p.recorded), ${recordedAt})
    where p.zone_id = ${zoneId} and ${IN_FORCE} returning p.id`.execute(trx)
  for (const { id } of rows) {
    await sql`
      insert into zone_periods (zone_id, version, valid, recorded, ended_by, end_note)
      select zone_id, version, tstzrange(lower(valid), ${at}), tstzrange(${recordedAt}, null), ${endedBy}, ${JSON.stringify(note)}::jsonb
      from zone_periods where id = ${id}`.execute(trx)
  }
}

/**
 * When a plan that was due at `due` takes effect: then, even where it is recorded later; but never before a change that
 * is known already, for that would change what was said of the time since.
 */
export async function plannedInstant(trx: Trx, due: string, recordedAt: string): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select case when exists (
      select from zone_periods where upper_inf(recorded) and (lower(valid) >= ${due} or upper(valid) >= ${due})
    ) then ${recordedAt}::timestamptz else ${due}::timestamptz end as at`.execute(trx)
  return rows[0]!.at
}
