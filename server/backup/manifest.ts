import type { DumpedSequence, DumpedTable } from '../store/dump.ts'

export const FORMAT = 'sanqu-backup/1'
export const MANIFEST = 'manifest.json'

export type BackedUpTable = DumpedTable & { file: string; rows: number; sha256: string }

/** What a backup holds. It is written last: a folder without it is half a backup. */
export type Manifest = {
  format: typeof FORMAT
  program: string
  migrations: string[]
  /** The last event in it, and its hash: where the chain ends. */
  seq: number
  hash: string
  tables: BackedUpTable[]
  sequences: DumpedSequence[]
}

export type BackupFaultCode =
  | 'folder_not_empty' | 'not_a_backup' | 'half' | 'changed' | 'newer_schema' | 'database_in_use' | 'chain_broken' | 'not_whole'

/** A backup that cannot be written or taken back; nothing was changed. */
export class BackupError extends Error {
  readonly code: BackupFaultCode
  readonly detail: string
  constructor(code: BackupFaultCode, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'BackupError'
    this.code = code
    this.detail = detail
  }
}
