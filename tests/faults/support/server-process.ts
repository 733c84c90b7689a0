import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rootDir } from '../../../server/root.ts'

export type ServerProcess = {
  url: string
  /** Starts (again) and waits until it listens; gives the milliseconds that it took. Another wrapper holds for this start. */
  start(wrapped?: readonly string[]): Promise<number>
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>
  /** What it wrote to its standard error since the last start. */
  said(): string
  pid(): number
}

/**
 * Options of Node for a server that is started again and again: the same code by the baseline compilers alone. A server
 * that lives for seconds spends a third of its start on code that it never runs often enough to gain by. New objects get
 * room for all that a start makes.
 */
export const SHORT_LIVED = ['--no-opt', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--wasm-lazy-validation', '--min-semi-space-size=32', '--max-semi-space-size=32']

type How = { wrapper?: readonly string[]; nodeOptions?: readonly string[]; root?: string }

/** `sanqu serve` of the program in `root` as a child process of its own on a free port that stays the same from start to start. */
export async function serverProcess(env: NodeJS.ProcessEnv, { wrapper = [], nodeOptions = [], root = rootDir }: How = {}): Promise<ServerProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  let text = ''
  const ended = (): Promise<number | null> =>
    new Promise((resolve) => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) resolve(child?.exitCode ?? null)
      else child.once('exit', resolve)
    })
  return {
    url,
    said: () => text,
    pid: () => child?.pid ?? 0,
    start: async (wrapped = wrapper) => {
      const began = performance.now()
      text = ''
      const [command = '', ...args] = [...wrapped, process.execPath, ...nodeOptions, join(root, 'dist/faults/cli.js'), 'serve']
      child = spawn(command, args, {
        cwd: root,
        env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DEMO: 'false', LOG_LEVEL: 'error', ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      endsWithUs(child)
      await new Promise<void>((resolve, reject) => {
        child!.stderr!.on('data', (chunk: Buffer) => {
          text += chunk.toString()
          if (text.includes(`Sanqu: ${url}`)) resolve()
        })
        child!.once('exit', (code, signal) => {
          reject(new Error(`the server ended with ${code}: ${text}`))
          if (signal === null && code !== 0) process.stderr.write(`the server ended with ${code}: ${text}\n`)
        })
      })
      return performance.now() - began
    },
    kill: async () => {
      child?.kill('SIGKILL')
      await ended()
    },
    stop: async () => {
      child?.kill('SIGTERM')
      return ended()
    },
  }
}

function endsWithUs(child: ChildProcess): void {
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
