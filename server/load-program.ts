import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadBuilt } from './code-cache/load-built.ts'

type Program = typeof import('./program.ts')

/** The program, from source (development) or from the build beside this file, which V8 need not compile again. */
export async function loadProgram(): Promise<Program> {
  if (import.meta.url.endsWith('.ts')) return import('./program.ts')
  return loadBuilt(join(dirname(fileURLToPath(import.meta.url)), 'program.js')) as Program
}
