import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** Seconds until any of the subjects may try again; 0 where all may. */
export async function secondsToWait(db: Db, subjects: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('sign_in_failures')
    .select(sql<number | null>`ceil(extract(epoch from max(next_allowed_at) - clock_timestamp()))::int`.as('seconds'))
    .where('subject_hash', 'in', subjects)
    .executeTakeFirst()
  return Math.max(0, row?.seconds ?? 0)
}

/**
 * Counts a failure. The first `free` cost nothing; then the wait doubles from 1 s up to `maxSeconds`.
 * A subject without a failure for a day begins anew.
 */
export async function countFailure(db: Db, subject: string, free: number, maxSeconds: number): Promise<void> {
  const failures = sql<number>`case when sign_in_failures.next_allowed_at < clock_timestamp() - interval '1 day'
    then 1 else sign_in_failures.failures + 1 end`
  const wait = (count: ReturnType<typeof sql>) =>
    sql<string>`clock_timestamp() + make_interval(secs =>
      case when ${count} <= ${free}::int then 0 else least(${maxSeconds}::int, power(2, least(${count} - ${free}::int - 1, 20))) end)`
  await db
    .insertInto('sign_in_failures')
    .values({ subject_hash: subject, failures: 1, next_allowed_at: wait(sql`1`) })
    .onConflict((conflict) => conflict.column('subject_hash').doUpdateSet({ failures, next_allowed_at: wait(failures) }))
    .execute()
}

export async function clearFailures(db: Db, subject: string): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('subject_hash', '=', subject).execute()
}
