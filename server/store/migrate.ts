import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Migrator, sql, type Kysely, type Migration, type MigrationProvider } from 'kysely'
import { rootDir } from '../root.ts'
import type { Tables } from './tables.ts'

const folder = join(rootDir, 'sql', 'migrations')

const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
    return Object.fromEntries(files.map((file) => [file.replace(/\.sql$/, ''), fromFile(join(folder, file))]))
  },
}

function fromFile(path: string): Migration {
  return {
    async up(db) {
      await sql.raw(await readFile(path, 'utf8')).execute(db)
    },
  }
}

/**
 * Brings the database to this program's schema, or to the earlier one of the `wanted` migrations: all that are missing in
 * one transaction, or none.
 * @returns the names of the migrations that were run
 * @throws Error naming the migration that failed, or one that this program does not know (a newer schema)
 */
export async function migrate(db: Kysely<Tables>, wanted?: readonly string[]): Promise<string[]> {
  const names = wanted ?? (await knownMigrations())
  if (await isAt(db, names)) return []
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
export const knownMigrations = async (): Promise<string[]> => Object.keys(await provider.getMigrations()).sort()

const onlyThese = (names: readonly string[]): MigrationProvider => ({
  getMigrations: async () => Object.fromEntries(Object.entries(await provider.getMigrations()).filter(([name]) => names.includes(name))),
})

/** Whether exactly these migrations have run: one small query, where the migrator takes a second to look. */
async function isAt(db: Kysely<Tables>, names: readonly string[]): Promise<boolean> {
  const table = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (table.rows[0]?.there !== true) return false
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.length === names.length && rows.every(({ name }, i) => name === names[i])
}
