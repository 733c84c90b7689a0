import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** Whether there are datasets and every one of them is synthetic. */
export async function onlySyntheticData(db: Db): Promise<boolean> {
  const { only } = await db
    .selectFrom('datasets')
    .select(sql<boolean>`coalesce(bool_and(synthetic), false)`.as('only'))
    .executeTakeFirstOrThrow()
  return only
}
