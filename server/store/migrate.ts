import { readFile } from 'node:fs/promises'
import { Migrator, sql, type Kysely, type Migration, type MigrationProvider } from 'kysely'
import { MIGRATION_FILES } from './migration-files.ts'
import { SchemaNewer } from './schema-newer.ts'
import type { Tables } from './tables.ts'

// changes that are under way end first, and those that wait find the newer schema (`lockEventHead`)
const HOLD_CHANGES = `do $$ begin
  if to_regclass('event_head') is not null then lock table event_head in exclusive mode; end if;
end $$`

const fromFile = (path: string): Migration => ({
  async up(db) {
    await sql.raw(HOLD_CHANGES).execute(db)
    await sql.raw(await readFile(path, 'utf8')).execute(db)
  },
})

/**
 * Brings the database to this program's schema, or to the earlier one of the `wanted` migrations: all that are missing in
 * one transaction, or none.
 * @returns the names of the migrations that were run
 * @throws Error naming the migration that failed; SchemaNewer naming what this program does not know
 */
export async function migrate(db: Kysely<Tables>, wanted?: readonly string[]): Promise<string[]> {
  const names = wanted ?? knownMigrations()
  const ran = await migrationsRun(db)
  if (ran.length === names.length && ran.every((name, i) => name === names[i])) return []
  const unknown = ran.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new SchemaNewer(unknown)
  const migrator = new Migrator({ db, provider: onlyThese(names) })
  const { error, results } = await migrator.migrateToLatest()
  const failed = results?.find((result) => result.status === 'Error')
  if (error !== undefined) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new Error(failed ? `migration ${failed.migrationName}: ${cause}` : `migrations: ${cause}`, { cause: error })
  }
  return results?.map((result) => result.migrationName) ?? []
}

/** The names of this program's migrations, in their order. */
export const knownMigrations = (): string[] => [...MIGRATION_FILES.keys()]

const onlyThese = (names: readonly string[]): MigrationProvider => ({
  getMigrations: async () => Object.fromEntries([...MIGRATION_FILES].filter(([name]) => names.includes(name)).map(([name, path]) => [name, fromFile(path)])),
})

/** The names of the migrations that have run, in order: one small query, where the migrator takes a second to look. */
async function migrationsRun(db: Kysely<Tables>): Promise<string[]> {
  const table = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (table.rows[0]?.there !== true) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
