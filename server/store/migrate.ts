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
 * Brings the database to this program's schema: all missing migrations in one transaction, or none.
 * @returns the names of the migrations that were run
 * @throws Error naming the migration that failed, or one that this program does not know (a newer schema)
 */
export async function migrate(db: Kysely<Tables>): Promise<string[]> {
  if (await isCurrent(db)) return []
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
  const failed = results?.find((result) => result.status === 'Error')
  if (error !== undefined) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new Error(failed ? `migration ${failed.migrationName}: ${cause}` : `migrations: ${cause}`, { cause: error })
  }
  return results?.map((result) => result.migrationName) ?? []
}

/** Whether exactly this program's migrations have run: one small query, where the migrator takes a second to look. */
async function isCurrent(db: Kysely<Tables>): Promise<boolean> {
  const table = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (table.rows[0]?.there !== true) return false
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const known = Object.keys(await provider.getMigrations()).sort()
  return rows.length === known.length && rows.every(({ name }, i) => name === known[i])
}
