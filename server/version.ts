import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from './root.ts'

/** The program's version, as package.json says it. */
export const version: string = (JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8')) as { version: string }).version
