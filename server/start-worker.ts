import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a worker thread from a module of ours. The build has one file for each worker beside the main file; from
 * source (tests, development) the thread loads TypeScript through tsx first.
 * @param source the module's own URL when running from source, `new URL('./worker.ts', import.meta.url)`
 * @param built the file's name in the build, `embedded-worker.js`
 */
export function startWorker(source: URL, built: string, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`./${built}`, import.meta.url), options)
  const load = `import('tsx/esm/api').then((tsx) => tsx.tsImport(${JSON.stringify(source.href)}, ${JSON.stringify(import.meta.url)}))`
  return new Worker(load, { ...options, eval: true })
}
