import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** Whether the database answers a query within the time, in milliseconds. */
export function databaseAnswers(db: Db, withinMs: number): Promise<boolean> {
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  const tooLate = new Promise<boolean>((resolve) => void setTimeout(resolve, withinMs, false).unref())
  return Promise.race([answer, tooLate])
}
