import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** Whether the demo district is still to be loaded: nothing is there yet, or a first start was cut off before its zones. */
export async function needsDemo(db: Db): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`
    select not exists (select from datasets where source <> 'demo') and not exists (select from zones) as needed`.execute(db)
  return rows[0]?.needed ?? false
}
