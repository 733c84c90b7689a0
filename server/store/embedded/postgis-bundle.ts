import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { PGlite } from '@electric-sql/pglite'
import { rootDir } from '../../root.ts'
import { tarWith } from './tar-entries.ts'

/** Where the part of PostGIS that we use lies; the name carries the package's version. */
const bundlePath = join(rootDir, 'dist', 'embedded', 'postgis-0.2.8-library.tar')

/** The library and the reference systems that a buffer in metres goes through; the definitions in SQL are in the template. */
const WANTED = /(^|\/)(lib\/postgresql\/postgis-3\.so|share\/postgresql\/extension\/postgis\.control|share\/proj\/[^/]+)$/

/** Makes PostGIS without its raster and topology libraries once: the engine compiles whatever is in the archive at every start. */
export async function ensurePostgisBundle(): Promise<string> {
  if (existsSync(bundlePath)) return bundlePath
  const packaged = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite-postgis')), 'postgis.tar.gz')
  const slim = tarWith(gunzipSync(await readFile(packaged)), (path) => WANTED.test(path))
  await mkdir(dirname(bundlePath), { recursive: true })
  const unfinished = `${bundlePath}.${randomUUID()}`
  await writeFile(unfinished, slim)
  await rename(unfinished, bundlePath)
  return bundlePath
}

/**
 * Hands the engine the archive as it is read. From an address it would take it through gzip, whether it is compressed or
 * not, in thousands of pieces that are copied together again: a seventh of a start.
 */
export async function readPostgisBundle(): Promise<(module: PGlite['Module']) => void> {
  const bundle = new Blob([await readFile(await ensurePostgisBundle())])
  return (module) => void (module.pg_extensions['postgis'] = Promise.resolve(bundle))
}
