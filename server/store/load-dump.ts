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
 * Lets rows be loaded in any order: triggers rest, and foreign keys and exclusions are taken away. `finish` brings them
 * back, which checks every row against each of them.
 */
export async function beginLoading(trx: Trx, tables: readonly DumpedTable[]): Promise<() => Promise<void>> {
  await sql`set local statement_timeout = 0`.execute(trx)
  await sql`set local timezone = 'UTC'`.execute(trx)
  const { rows: constraints } = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype in ('f', 'x') and connamespace = 'public'::regnamespace`.execute(trx)
  for (const { table, name } of constraints) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx)
  for (const { name } of tables) {
    await sql`alter table ${sql.table(name)} disable trigger user`.execute(trx)
    await sql`delete from ${sql.table(name)}`.execute(trx) // what migrations have put there is in the backup too
  }
  return async () => {
    for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(trx)
    for (const { table, name, definition } of constraints) {
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
export async function loadRows(trx: Trx, { name, columns }: DumpedTable, rows: readonly (readonly (string | null)[])[]): Promise<void> {
  const strange = columns.find(({ type }) => !TYPE_NAME.test(type))
  if (strange !== undefined) throw new Error(`column ${strange.name} of ${name} has no type's name: ${strange.type}`)
  const names = sql.join(columns.map((column) => sql.ref(column.name)))
  const own = columns.map((_, i) => sql.ref(`c${i}`))
  const values = sql.join(columns.map(({ type }, i) => sql`${own[i]}::${sql.raw(type)}`))
  // a list of texts for each column: taking the columns out of a row as JSON reads all of the row for each of them
  const lists = sql.join(columns.map((_, i) => sql`${rows.map((row) => row[i])}::text[]`))
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${values} from unnest(${lists}) as dumped (${sql.join(own)})`.execute(trx)
}

export async function loadSequences(trx: Trx, sequences: readonly DumpedSequence[]): Promise<void> {
  for (const { name, last } of sequences) await sql`select setval(${`public.${name}`}::regclass, ${last})`.execute(trx)
}

export async function countRows(trx: Trx, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(trx)
  return rows[0]!.n
}
