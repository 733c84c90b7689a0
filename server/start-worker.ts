import { mkdirSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { rootDir } from './root.ts'

/**
 * Starts a worker thread from a module of ours. The build has one file for each worker beside the main file; from
 * source (tests, development) one is made at a process's first thread of it, for a thread that reads TypeScript itself
 * takes most of a second to begin.
 * @param source the module's own URL when running from source, `new URL('./worker.ts', import.meta.url)`
 * @param built the file's name in the build, `embedded-worker.js`
 */
export function startWorker(source: URL, built: string, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`./${built}`, import.meta.url), options)
  return new Worker(bundleOf(source, built), { ...options, execArgv: [] })
}

const bundles = new Map<string, string>()

function bundleOf(source: URL, built: string): string {
  const known = bundles.get(built)
  if (known !== undefined) return known
  const path = join(rootDir, 'dist', 'threads', built.replace(/\.js$/, '.mjs'))
  const unfinished = `${path}.${process.pid}.mjs`
  mkdirSync(dirname(path), { recursive: true })
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild')
  buildSync({
    entryPoints: [fileURLToPath(source)], outfile: unfinished, bundle: true, platform: 'node', target: 'node20', format: 'esm',
    external: ['@electric-sql/*'], // they read files beside themselves
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  })
  renameSync(unfinished, path)
  bundles.set(built, path)
  return path
}
