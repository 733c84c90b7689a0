import { sql } from 'kysely'
import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

/** A table of the database as it is written to a backup: every column as PostgreSQL's own text of its value. */
export type DumpedTable = { name: string; columns: { name: string; type: string }[] }
export type DumpedSequence = { name: string; last: number }

// what the extensions and the migrator keep for themselves
const NOT_OURS = ['spatial_ref_sys', 'kysely_migration', 'kysely_migration_lock']
const FIRST_ROWS = 20

/** How much of a dump is in memory at a time, written or read: a row may have some megabytes. */
export const AT_ONCE = { rows: 500, characters: 8_000_000 }

/** Every table of ours with its stored columns, by name. */
export async function dumpedTables(db: Db): Promise<DumpedTable[]> {
  const { rows } = await sql<DumpedTable>`
    select c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> all (${NOT_OURS})
    group by c.relname order by c.relname`.execute(db)
  return rows
}

/** How far each sequence has counted; those that have not begun are left out. */
export async function dumpedSequences(db: Db): Promise<DumpedSequence[]> {
  const { rows } = await sql<DumpedSequence>`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = 'public' and last_value is not null order by sequencename`.execute(db)
  return rows
}

/** The names of the migrations that made this schema, in order. */
export async function migrationNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** One moment of the database, read alone and unchanged by whoever writes meanwhile; texts do not depend on settings. */
export function inOneMoment<T>(db: Db, read: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(trx)
    await sql`set local timezone = 'UTC'`.execute(trx)
    await sql`set local statement_timeout = 0`.execute(trx)
    return read(trx)
  })
}

/** The rows of a table, some at a time: an array of texts (or null) for each. */
export async function* dumpedRows(trx: Trx, table: DumpedTable): AsyncGenerator<(string | null)[][]> {
  const texts = sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text`))
  await sql`declare dump no scroll cursor for select json_build_array(${texts}) as row from ${sql.table(table.name)}`.execute(trx)
  for (let atOnce = FIRST_ROWS; ;) {
    const { rows } = await sql<{ row: (string | null)[] }>`fetch ${sql.raw(String(atOnce))} from dump`.execute(trx)
    if (rows.length === 0) break
    yield rows.map(({ row }) => row)
    // rows are as long as the last ones were
    const characters = rows.reduce((sum, { row }) => sum + row.reduce((length, text) => length + (text?.length ?? 0), 0), 0)
    atOnce = Math.max(1, Math.min(AT_ONCE.rows, Math.floor((rows.length * AT_ONCE.characters) / Math.max(1, characters))))
  }
  await sql`close dump`.execute(trx)
}
