import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { writeCodeCache } from './cache-file.ts'
import { loadBuilt, type Loaded } from './load-built.ts'

// Run by the build, with the options of Node that the starts will have: starts the built server once, on a fresh database
// or on a copy of the data folder that it is given, and keeps what V8 has compiled of it. A function is compiled when it
// is first called: before a run there would be little to keep.

async function makeCodeCache(dataDir: string): Promise<void> {
  // V8 forgets what has not been called for a while. The flag would be part of its tag: the cache is written without it
  setFlagsFromString('--no-flush-bytecode')
  const loaded: Loaded = new Map()
  const { rehearseStart } = loadBuilt(join(dirname(fileURLToPath(import.meta.url)), 'program.js'), loaded) as typeof import('../program.ts')
  await rehearseStart({ DATA_DIR: dataDir, PORT: '0', DEMO: 'false', LOG_LEVEL: 'error' })
  setFlagsFromString('--flush-bytecode')
  for (const [path, { bytes, script }] of loaded) writeCodeCache(path, bytes, script.createCachedData())
}

const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-code-cache-'))
const [, , given] = process.argv
if (given !== undefined) cpSync(given, dataDir, { recursive: true })
void makeCodeCache(dataDir).finally(() => rmSync(dataDir, { recursive: true, force: true }))
