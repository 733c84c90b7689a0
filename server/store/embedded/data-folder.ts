import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { syncPath } from './sync-tree.ts'

/** The data folder cannot be used as it is; nothing in it was changed. */
export class DataDirDamaged extends Error {
  constructor(dataDir: string, what: string) {
    super(
      `数据目录 ${dataDir} 已损坏（${what}），其中内容未被改动。请把它移开，再用 sanqu restore 备份文件 恢复到新目录。\n` +
        `The data folder ${dataDir} is damaged (${what}); nothing in it was changed. Move it away and bring the last backup into a new folder: sanqu restore FILE`,
    )
    this.name = 'DataDirDamaged'
  }
}

/** The system refused to read or write the data folder; whether what is in it is whole is not known. */
export class DataDirUnusable extends Error {
  constructor(dataDir: string, what: string) {
    super(
      `数据目录 ${dataDir} 无法读写（${what}）：请检查磁盘、剩余空间和权限后再启动。目前没有迹象表明其中的数据已损坏。\n` +
        `The data folder ${dataDir} cannot be read or written (${what}): look at the disk, its free room and the rights, then start again. Nothing says that the data in it is damaged.`,
    )
    this.name = 'DataDirUnusable'
  }
}

// what PostgreSQL says where the system refused; a file that is not there or too short is damage
const REFUSED = /^could not .*: (?!No such file|read \d|wrote \d)/

/** What keeps an existing folder from being opened, in the engine's words. */
export const openingFault = (dataDir: string, what: string): Error =>
  REFUSED.test(what) ? new DataDirUnusable(dataDir, what) : new DataDirDamaged(dataDir, what)

// PostgreSQL makes every file of its log at this length at once
const WAL_SEGMENT_BYTES = 16 * 1024 * 1024
// there while a first start makes the database: what is in the folder then has acknowledged nothing
const MARK = 'first-start'

/**
 * Looks at the folder before the engine opens it, which would take a shortened log for its end.
 * @returns whether a new database is to be made in it
 * @throws DataDirDamaged where a database lies in the folder that cannot be whole
 */
export function beginDataFolder(dataDir: string): boolean {
  const database = join(dataDir, 'pgdata')
  if (existsSync(join(dataDir, MARK))) rmSync(database, { recursive: true, force: true })
  const names = existsSync(database) ? readdirSync(database) : []
  if (names.length === 0) {
    closeSync(openSync(join(dataDir, MARK), 'w'))
    syncPath(dataDir)
    return true
  }
  for (const name of ['PG_VERSION', 'base', 'global/pg_control', 'pg_wal']) {
    if (!existsSync(join(database, name))) throw new DataDirDamaged(dataDir, `${name} 缺失 is missing`)
  }
  const wal = join(database, 'pg_wal')
  for (const name of readdirSync(wal).filter((file) => /^[0-9A-F]{24}$/.test(file))) {
    if (statSync(join(wal, name)).size !== WAL_SEGMENT_BYTES) throw new DataDirDamaged(dataDir, `pg_wal/${name} 不完整 is cut short`)
  }
  return false
}

/** The new database is whole and on the disk: from here on it is never made anew. */
export function endFirstStart(dataDir: string): void {
  rmSync(join(dataDir, MARK), { force: true })
  syncPath(dataDir)
}
