import { sql } from 'kysely'
import type { DumpedSequence, DumpedTable } from './dump.ts'
import type { Trx } from './transaction.ts'

/** Whether nobody has used the database yet: no event, no user. */
export async function isUnused(trx: Trx): Promise<boolean> {
  const { rows } = await sql<{ unused: boolean }>`
    select not exists (select from events) and not exists (select from users) and not exists (select from zones) as unused`.execute(trx)
  return rows[0]?.unused ?? false
}

/**
 * Lets rows be loaded in any order: triggers rest and foreign keys are taken away. `finish` brings them back, which
 * checks every row against every key.
 */
export async function beginLoading(trx: Trx, tables: readonly DumpedTable[]): Promise<() => Promise<void>> {
  await sql`set local statement_timeout = 0`.execute(trx)
  await sql`set local timezone = 'UTC'`.execute(trx)
  const { rows: keys } = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`.execute(trx)
  for (const { table, name } of keys) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx)
  for (const { name } of tables) {
    await sql`alter table ${sql.table(name)} disable trigger user`.execute(trx)
    await sql`delete from ${sql.table(name)}`.execute(trx) // what migrations have put there is in the backup too
  }
  return async () => {
    for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(trx)
    for (const { table, name, definition } of keys) {
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(trx)
    }
  }
}

// a type's name as format_type writes it: timestamp with time zone, geometry(MultiPolygon,4326), text[]
const TYPE_NAME = /^[a-z][a-z0-9_ ]*(\([A-Za-z0-9_, ]+\))?(\[\])?$/

/**
 * Puts rows of a dump into their table.
 * @throws when the dump says a type that cannot be the name of one
 */
export async function loadRows(trx: Trx, { name, columns }: DumpedTable, rows: readonly unknown[]): Promise<void> {
  const strange = columns.find(({ type }) => !TYPE_NAME.test(type))
  if (strange !== undefined) throw new Error(`column ${strange.name} of ${name} has no type's name: ${strange.type}`)
  const names = sql.join(columns.map((column) => sql.ref(column.name)))
  const values = sql.join(columns.map(({ type }, i) => sql`(dumped.r->>${sql.lit(i)})::${sql.raw(type)}`))
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${values} from json_array_elements(${JSON.stringify(rows)}::json) as dumped (r)`.execute(trx)
}

export async function loadSequences(trx: Trx, sequences: readonly DumpedSequence[]): Promise<void> {
  for (const { name, last } of sequences) await sql`select setval(${`public.${name}`}::regclass, ${last})`.execute(trx)
}

export async function countRows(trx: Trx, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(trx)
  return rows[0]!.n
}
