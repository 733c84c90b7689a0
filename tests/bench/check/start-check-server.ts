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
  const input = { 'check-server': fileURLToPath(new URL('./check-server.ts', import.meta.url)) }
  await build({ root: rootDir, configFile: join(rootDir, 'vite.config.ts'), mode: 'production', logLevel: 'warn', build: { ssr: true, outDir, rolldownOptions: { input } } })
  return join(outDir, 'check-server.js')
}

function pin(pid: number | undefined, core: number): void {
  execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' })
}
