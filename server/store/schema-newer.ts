import { MIGRATION_FILES } from './migration-files.ts'

/** The database was brought to a schema that this program does not know; nothing in it was changed. */
export class SchemaNewer extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `数据库来自更新的版本（${unknown.join('、')}），未做任何更改：请升级本程序，或恢复升级前的备份。 ` +
        `The database is from a newer version (${unknown.join(', ')}); nothing was changed: upgrade this program, or restore the backup from before.`,
    )
    this.name = 'SchemaNewer'
  }
}

/** @throws SchemaNewer where the newest migration that has run is none of this program's */
export function requireKnownSchema(newest: string | null): void {
  if (newest !== null && !MIGRATION_FILES.has(newest)) throw new SchemaNewer([newest])
}
