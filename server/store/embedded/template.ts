import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { rootDir } from '../../root.ts'
import { ensurePostgisBundle } from './postgis-bundle.ts'

/** Where the prepared empty database lies; the name carries the engine's version, so another engine makes its own. */
export const templatePath = join(rootDir, 'dist', 'embedded', 'pglite-0.5.8-postgis-0.2.8.tar.gz')

/**
 * Makes the empty database with its extensions once (initdb and `create extension` take some 12 s);
 * every new data folder then begins from this file in 3 s.
 */
export async function ensureTemplate(): Promise<string> {
  await ensurePostgisBundle()
  if (existsSync(templatePath)) return templatePath
  // the engine's own code belongs in the worker's thread: here it is needed once
  const { createEmptyEngine } = await import('./engine.ts')
  const db = await createEmptyEngine()
  await db.exec('create extension postgis; create extension pg_trgm; create extension btree_gist;')
  const dump = await db.dumpDataDir('gzip')
  await db.close()
  await mkdir(dirname(templatePath), { recursive: true })
  const unfinished = `${templatePath}.${process.pid}`
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()))
  await rename(unfinished, templatePath)
  return templatePath
}
