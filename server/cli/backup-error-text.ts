import type { BackupError, BackupFaultCode } from '../backup/manifest.ts'

const TEXTS: Readonly<Record<BackupFaultCode, { zh: string; en: string }>> = {
  folder_not_empty: { zh: '目录不是空的，请另选一个：', en: 'the folder is not empty, choose another: ' },
  not_a_backup: { zh: '这不是备份目录：', en: 'this is no backup: ' },
  half: { zh: '备份没有写完，不能使用；缺少：', en: 'the backup was never finished and cannot be used; missing: ' },
  changed: { zh: '备份文件与清单不符，可能已损坏：', en: 'a file of the backup is not as it was written: ' },
  newer_schema: { zh: '备份来自更新的版本，请先升级本程序；未知的迁移：', en: 'the backup is from a newer version, upgrade this program first; unknown migrations: ' },
  database_in_use: { zh: '数据库里已有数据：请恢复到一个新的数据库（另设 DATA_DIR 或 DATABASE_URL）', en: 'the database is in use: restore into a new one (another DATA_DIR or DATABASE_URL)' },
  chain_broken: { zh: '备份中的审计链断裂，未做任何更改：', en: 'the audit chain in the backup is broken, nothing was changed: ' },
  not_whole: { zh: '备份内容不完整，未做任何更改：', en: 'the backup is not whole, nothing was changed: ' },
}

/** What is wrong with a backup and what to do. */
export const backupErrorText = ({ code, detail }: BackupError, lang: 'zh' | 'en'): string => TEXTS[code][lang] + detail
