import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from './root.ts'

/** The program's version, from package.json. */
export function version(): string {
  return (JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')) as { version: string }).version
}
