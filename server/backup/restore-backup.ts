import { verifyEvents } from '../domain/audit-verify.ts'
import { eventPages } from '../store/audit.ts'
import type { Store } from '../store/connect.ts'
import { migrationNames } from '../store/dump.ts'
import { integrityFindings } from '../store/integrity.ts'
import { beginLoading, countRows, isUnused, loadRows, loadSequences } from '../store/load-dump.ts'
import { knownMigrations, migrate } from '../store/migrate.ts'
import type { Trx } from '../store/transaction.ts'
import { BackupError, type Manifest } from './manifest.ts'
import { readManifest, rowsOf } from './read-backup.ts'

/**
 * Brings a backup into an unused database, of either engine, and then to this program's schema: all of it, in one
 * transaction that ends with the audit chain walked from its first event to the one that the manifest names, or nothing.
 * @throws BackupError
 */
export async function restoreBackup(store: Store, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const known = knownMigrations()
  const unknown = manifest.migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new BackupError('newer_schema', unknown.join(', '))
  await migrate(store.db, manifest.migrations)
  await store.db.transaction().execute(async (trx) => {
    const schema = await migrationNames(trx)
    if (!(await isUnused(trx)) || schema.join() !== manifest.migrations.join()) throw new BackupError('database_in_use', '')
    const finish = await beginLoading(trx, manifest.tables)
    for (const table of manifest.tables) {
      for await (const rows of rowsOf(folder, table)) await loadRows(trx, table, rows)
    }
    await loadSequences(trx, manifest.sequences)
    await finish()
    await requireSame(trx, manifest)
  })
  await migrate(store.db)
  return manifest
}

async function requireSame(trx: Trx, manifest: Manifest): Promise<void> {
  const verdict = await verifyEvents(eventPages(trx), { seq: manifest.seq, hash: manifest.hash })
  if (!verdict.ok) throw new BackupError('chain_broken', verdict.faults.map(({ reason, seq }) => `${seq} ${reason}`).join(', '))
  const findings = await integrityFindings(trx)
  if (findings.length > 0) throw new BackupError('not_whole', findings.map(({ rule, rows }) => `${rule} ${rows}`).join(', '))
  for (const { name, rows } of manifest.tables) {
    if ((await countRows(trx, name)) !== rows) throw new BackupError('not_whole', name)
  }
}
