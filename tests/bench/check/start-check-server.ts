import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { rootDir } from '../../../server/root.ts'
import type { ReferenceExtent } from '../reference-zones.ts'

/** What the server has used since it began, and what it holds. */
export type ServerFigures = { cpuMs: number; residentBytes: number }

export type CheckServer = { url: string; figures(): Promise<ServerFigures>; stop(): void }

/** Starts the server of the HTTP benchmarks on the first core, and puts this process, its client, on the second. */
export async function startCheckServer(extent: ReferenceExtent = 'box'): Promise<CheckServer> {
  const child = fork(await builtServer(), [extent])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  pin(child.pid, 0)
  pin(process.pid, 1)
  return {
    url: `http://127.0.0.1:${port}`,
    figures: async () => {
      child.send('figures')
      const [figures] = (await once(child, 'message')) as [ServerFigures]
      return figures
    },
    stop: () => void child.kill(),
  }
}

/** Built as the product is: run from source, every function made in a request is given its name by a call. */
async function builtServer(): Promise<string> {
  const outDir = join(rootDir, 'dist', 'bench')
  await build({
    root: rootDir,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: ['kysely', 'typebox'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { input: { 'check-server': fileURLToPath(new URL('./check-server.ts', import.meta.url)) }, output: { entryFileNames: '[name].js' } },
    },
  })
  return join(outDir, 'check-server.js')
}

function pin(pid: number | undefined, core: number): void {
  execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' })
}
