import type { Db } from '../store/connect.ts'

/** Whether no dataset was ever loaded: then a first start may bring the demo district. */
export async function isEmptyDatabase(db: Db): Promise<boolean> {
  return (await db.selectFrom('datasets').select('source').limit(1).executeTakeFirst()) === undefined
}
