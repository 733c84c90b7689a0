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

/** The database was brought to a schema that this program does not know; nothing in it was changed. */
class SchemaNewer extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `数据库来自更新的版本（${unknown.join('、')}），未做任何更改：请升级本程序，或恢复升级前的备份。 ` +
        `The database is from a newer version (${unknown.join(', ')}); nothing was changed: upgrade this program, or restore the backup from before.`,
    )
    this.name = 'SchemaNewer'
  }
}

/**
 * Brings the database to this program's schema, or to the earlier one of the `wanted` migrations: all that are missing in
 * one transaction, or none.
 * @returns the names of the migrations that were run
 * @throws Error naming the migration that failed; SchemaNewer naming what this program does not know
 */
export async function migrate(db: Kysely<Tables>, wanted?: readonly string[]): Promise<string[]> {
  const names = wanted ?? (await knownMigrations())
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
export const knownMigrations = async (): Promise<string[]> => Object.keys(await provider.getMigrations()).sort()

const onlyThese = (names: readonly string[]): MigrationProvider => ({
  getMigrations: async () => Object.fromEntries(Object.entries(await provider.getMigrations()).filter(([name]) => names.includes(name))),
})

/** The names of the migrations that have run, in order: one small query, where the migrator takes a second to look. */
async function migrationsRun(db: Kysely<Tables>): Promise<string[]> {
  const table = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (table.rows[0]?.there !== true) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
