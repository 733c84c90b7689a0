import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const BIN = '/usr/lib/postgresql/15/bin'

export type Cluster = { socketDir: string; url(database: string): string; stop(): Promise<void> }

/** A PostgreSQL 15 cluster of the tests' own, on a private socket and no port; root becomes the user postgres for it. */
export async function startPostgres(): Promise<Cluster> {
  const dir = mkdtempSync(join(tmpdir(), 'sanqu-pg-'))
  const root = process.getuid?.() === 0
  const as = root ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : ['env']
  if (root) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(dir, id('-u'), id('-g'))
  }
  const run = (command: string, ...args: string[]) => [...as.slice(1), join(BIN, command), ...args]
  const data = join(dir, 'data')
  execFileSync(as[0]!, run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'), { cwd: dir })
  const settings = ['listen_addresses=', `unix_socket_directories=${dir}`, 'fsync=off', 'max_connections=60', 'shared_buffers=64MB']
  const server = spawn(as[0]!, run('postgres', '-D', data, ...settings.flatMap((s) => ['-c', s])), { stdio: 'ignore', cwd: dir })
  const url = (database: string) => `postgresql://postgres@/${database}?host=${encodeURIComponent(dir)}`
  await reachable(url('postgres'))
  return {
    socketDir: dir,
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function reachable(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

