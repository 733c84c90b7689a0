import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** Settings under which PostgreSQL answers a commit before the disk has it, as `name=value`. */
export async function lossySettings(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off' order by name`.execute(db)
  return rows.map(({ name, setting }) => `${name}=${setting}`)
}
