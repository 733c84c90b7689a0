import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { BackupError, FORMAT, MANIFEST, type BackedUpTable, type Manifest } from './manifest.ts'

const ROWS = 500

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
    let rows = 0
    const hash = createHash('sha256')
    for await (const lines of linesOf(folder, table)) {
      rows += lines.length
      for (const line of lines) hash.update(`${line}\n`)
    }
    if (hash.digest('hex') !== table.sha256 || rows !== table.rows) throw new BackupError('changed', join(folder, table.file))
  }
  return manifest
}

/** The rows of one table, some at a time. */
export async function* rowsOf(folder: string, table: BackedUpTable): AsyncGenerator<unknown[]> {
  for await (const lines of linesOf(folder, table)) yield lines.map((line) => JSON.parse(line) as unknown)
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

async function* linesOf(folder: string, { file }: BackedUpTable): AsyncGenerator<string[]> {
  const path = join(folder, file)
  if (!existsSync(path)) throw new BackupError('half', path)
  const gunzip = createGunzip()
  const source = createReadStream(path).on('error', (error) => gunzip.destroy(error))
  let lines: string[] = []
  try {
    for await (const line of createInterface({ input: source.pipe(gunzip), crlfDelay: Infinity })) {
      lines.push(line)
      if (lines.length < ROWS) continue
      yield lines
      lines = []
    }
  } catch {
    throw new BackupError('changed', path)
  }
  if (lines.length > 0) yield lines
}
