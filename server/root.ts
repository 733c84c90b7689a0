import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, found from this file upward: it is the same from source, from the build and in tests. */
export const rootDir = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(dir: string): string {
  if (existsSync(join(dir, 'package.json')) && existsSync(join(dir, 'sql'))) return dir
  const parent = dirname(dir)
  if (parent === dir) throw new Error('package.json with sql/ beside it was not found: run Sanqu from its own folder')
  return findRoot(parent)
}
