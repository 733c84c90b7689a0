import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { AT_ONCE } from '../store/dump.ts'
import { BackupError, FORMAT, MANIFEST, type BackedUpTable, type Manifest } from './manifest.ts'

/**
 * The manifest of a backup whose every file is as it was written.
 * @throws BackupError not_a_backup, half, changed
 */
export async function readManifest(folder: string): Promise<Manifest> {
  if (!existsSync(folder)) throw new BackupError('not_a_backup', folder)
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupError('half', join(folder, MANIFEST))
  })
  const manifest = parse(text, folder)
  for (const table of manifest.tables) {
    const hash = createHash('sha256')
    for await (const bytes of bytesOf(folder, table)) hash.update(bytes)
    if (hash.digest('hex') !== table.sha256) throw new BackupError('changed', join(folder, table.file))
  }
  return manifest
}

/** The rows of one table, some at a time. */
export async function* rowsOf(folder: string, table: BackedUpTable): AsyncGenerator<(string | null)[][]> {
  for await (const lines of linesOf(folder, table)) yield lines.map((line) => JSON.parse(line) as (string | null)[])
}

function parse(text: string, folder: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Manifest
    if (manifest.format === FORMAT) return manifest
  } catch {
    // said below
  }
  throw new BackupError('not_a_backup', folder)
}

async function* linesOf(folder: string, table: BackedUpTable): AsyncGenerator<string[]> {
  let lines: string[] = []
  let length = 0
  for await (const line of createInterface({ input: Readable.from(bytesOf(folder, table)), crlfDelay: Infinity })) {
    lines.push(line)
    length += line.length
    if (lines.length < AT_ONCE.rows && length < AT_ONCE.characters) continue
    yield lines
    ;[lines, length] = [[], 0]
  }
  if (lines.length > 0) yield lines
}

/** What a table's file holds, uncompressed. */
async function* bytesOf(folder: string, { file }: BackedUpTable): AsyncGenerator<Buffer> {
  const path = join(folder, file)
  if (!existsSync(path)) throw new BackupError('half', path)
  const gunzip = createGunzip({ chunkSize: 1 << 18 })
  const source = createReadStream(path).on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip)
  } catch {
    throw new BackupError('changed', path)
  }
}
