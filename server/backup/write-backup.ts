import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { eventHead } from '../store/audit.ts'
import type { Store } from '../store/connect.ts'
import { dumpedRows, dumpedSequences, dumpedTables, inOneMoment, migrationNames, type DumpedTable } from '../store/dump.ts'
import type { Trx } from '../store/transaction.ts'
import { version } from '../version.ts'
import { BackupError, FORMAT, MANIFEST, type BackedUpTable, type Manifest } from './manifest.ts'

/**
 * Writes one moment of the database into a new or empty folder: a gzipped NDJSON file for each table, and the manifest
 * with their hashes last. Others go on writing meanwhile. What a failed backup has written is removed.
 * @throws BackupError folder_not_empty; the file system's and the database's own errors
 */
export async function writeBackup(store: Store, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new BackupError('folder_not_empty', folder)
  try {
    const manifest = await inOneMoment(store.db, (trx) => dump(trx, folder))
    const unfinished = join(folder, `${MANIFEST}.unfinished`)
    await writeFile(unfinished, JSON.stringify(manifest, null, 1), { mode: 0o600 })
    await sync(unfinished)
    await rename(unfinished, join(folder, MANIFEST))
    await sync(folder)
    return manifest
  } catch (error) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true })
    throw error
  }
}

async function dump(trx: Trx, folder: string): Promise<Manifest> {
  const head = await eventHead(trx)
  const tables: BackedUpTable[] = []
  for (const table of await dumpedTables(trx)) tables.push(await dumpTable(trx, folder, table))
  return { format: FORMAT, program: version, migrations: await migrationNames(trx), ...head, tables, sequences: await dumpedSequences(trx) }
}

async function dumpTable(trx: Trx, folder: string, table: DumpedTable): Promise<BackedUpTable> {
  const file = `${table.name}.ndjson.gz`
  const hash = createHash('sha256')
  let rows = 0
  async function* lines() {
    for await (const some of dumpedRows(trx, table)) {
      rows += some.length
      const text = some.map((row) => `${JSON.stringify(row)}\n`).join('')
      hash.update(text)
      yield text
    }
  }
  const path = join(folder, file)
  await pipeline(Readable.from(lines()), createGzip({ level: 5 }), createWriteStream(path, { mode: 0o600 }))
  await sync(path)
  return { ...table, file, rows, sha256: hash.digest('hex') }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}
