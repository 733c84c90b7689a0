import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const BIN = '/usr/lib/postgresql/15/bin'

export type Cluster = {
  socketDir: string
  /** The folder of the data, for tests that damage or fill it. */
  dataDir: string
  url(database: string): string
  /** SIGKILL to the server and every process of it, at once. */
  crash(): Promise<void>
  /** Starts it again after `crash`; resolves when it takes connections. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * A PostgreSQL 15 cluster of the tests' own, on a private socket and no port; root becomes the user postgres for it. It
 * is quick and forgets what a power cut would take, unless it is to be durable.
 */
export async function startPostgres({ durable = false, home = tmpdir(), settings: more = [] as string[] } = {}): Promise<Cluster> {
  const dir = mkdtempSync(join(home, 'sanqu-pg-'))
  const root = process.getuid?.() === 0
  const as = root ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : ['env']
  if (root) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(dir, id('-u'), id('-g'))
  }
  const run = (command: string, ...args: string[]) => [...as.slice(1), join(BIN, command), ...args]
  const data = join(dir, 'data')
  execFileSync(as[0]!, run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'), { cwd: dir })
  const settings = [
    'listen_addresses=', `unix_socket_directories=${dir}`, `fsync=${durable ? 'on' : 'off'}`, 'max_connections=60', 'shared_buffers=64MB',
    // linked once, and not by each new process of the server again: a third of what short connections cost
    'shared_preload_libraries=postgis-3', ...more,
  ]
  const start = () => spawn(as[0]!, run('postgres', '-D', data, ...settings.flatMap((s) => ['-c', s])), { stdio: 'ignore', cwd: dir })
  const endOf = (process: ChildProcess) =>
    new Promise((resolve) => (process.exitCode !== null || process.signalCode !== null ? resolve(null) : process.once('exit', resolve)))
  let server = start()
  const url = (database: string) => `postgresql://postgres@/${database}?host=${encodeURIComponent(dir)}`
  await reachable(url('postgres'))
  return {
    socketDir: dir,
    dataDir: data,
    url,
    crash: async () => {
      const ended = endOf(server)
      const children = spawnSync('pgrep', ['-P', String(server.pid)], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean)
      for (const pid of [server.pid!, ...children.map(Number)]) killIfThere(pid)
      await ended
    },
    restart: async () => {
      // the dead one's shared memory may be held a moment longer
      for (let attempt = 0; ; attempt += 1) {
        server = start()
        const died = endOf(server).then(() => 'died')
        if ((await Promise.race([died, reachable(url('postgres')).then(() => 'up')])) === 'up') return
        if (attempt === 50) throw new Error('PostgreSQL does not start again')
      }
    },
    stop: async () => {
      const ended = endOf(server)
      server.kill('SIGINT')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it ended by itself
  }
}

async function reachable(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (attempt === 400) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
}
