import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Manifest } from '../backup/manifest.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { EXIT, say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withOpenStore, withStore } from './with-store.ts'

/** `sanqu backup FOLDER`: one moment of the database, while others write. */
export async function backupCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const folder = folderOf(args, terminal)
  const manifest = await withStore(terminal, (store) => writeBackup(store, folder))
  terminal.out(say(terminal, `已备份到 ${folder}：${facts(manifest, 'zh')}`, `backed up to ${folder}: ${facts(manifest, 'en')}`))
  return EXIT.ok
}

/** `sanqu restore FOLDER`: into an unused database of either engine. */
export async function restoreCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const folder = folderOf(args, terminal)
  const manifest = await withOpenStore(terminal, (store) => restoreBackup(store, folder))
  terminal.out(say(terminal, `已恢复，审计链完整：${facts(manifest, 'zh')}`, `restored, the audit chain is whole: ${facts(manifest, 'en')}`))
  return EXIT.ok
}

function folderOf(args: readonly string[], terminal: Terminal): string {
  const { positionals } = parseArgs({ args: [...args], options: { lang: { type: 'string' } }, allowPositionals: true })
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new UsageError(say(terminal, '请给出一个目录', 'name one folder'))
  return resolve(folder)
}

function facts({ tables, seq, hash }: Manifest, lang: 'zh' | 'en'): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return lang === 'zh'
    ? `${tables.length} 张表，${rows} 行，事件 ${seq}（${hash.slice(0, 12)}）`
    : `${tables.length} tables, ${rows} rows, event ${seq} (${hash.slice(0, 12)})`
}
