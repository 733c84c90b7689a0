import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ensurePostgisBundle } from './postgis-bundle.ts'
import { filesOfTar } from './tar-entries.ts'

let kept: Promise<WebAssembly.Module[]> | null = null

/**
 * Keeps the engine's WebAssembly, PostgreSQL and PostGIS, for the rest of the process. What V8 has compiled of a module,
 * and made faster since, is there while some thread holds a module of the same bytes: the next engine of the process
 * starts with it.
 */
export function keepCompiledEngine(): Promise<readonly WebAssembly.Module[]> {
  return (kept ??= compile())
}

async function compile(): Promise<WebAssembly.Module[]> {
  const packaged = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  const [postgres, bundle] = await Promise.all([readFile(join(packaged, 'pglite.wasm')), ensurePostgisBundle().then((path) => readFile(path))])
  const libraries = [...filesOfTar(bundle)].filter(({ path }) => path.endsWith('.so')).map(({ content }) => content)
  return Promise.all([postgres, ...libraries].map((bytes) => WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>)))
}
