import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from '../root.ts'

const folder = join(rootDir, 'sql', 'migrations')

/** This program's migrations by name, in their order, as they were when it started: an upgrade may lay newer ones beside it while it runs. */
export const MIGRATION_FILES: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).filter((file) => file.endsWith('.sql')).sort().map((file) => [file.replace(/\.sql$/, ''), join(folder, file)]),
)
