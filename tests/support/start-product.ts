import { spawn } from 'node:child_process'
import { rootDir } from '../../server/root.ts'

/** `said` is what it had written to its standard error when it listened. */
export type Product = { url: string; said: string; stop(): Promise<void> }

const NPM_START = ['npm', 'start', '--silent'] as const

/** The product as a newcomer starts it, on a free port, with settings of the test's own; resolves when it listens. */
export async function startProduct(settings: NodeJS.ProcessEnv, [command, ...args]: readonly [string, ...string[]] = NPM_START): Promise<Product> {
  const server = spawn(command, args, {
    cwd: rootDir,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const group = -server.pid!
  const killed = () => void signal(group, 'SIGKILL')
  process.once('exit', killed)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Sanqu: (http:\/\/\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    server.once('exit', (code) => reject(new Error(`${command} ended with ${code}:\n${said}`)))
  })
  return {
    url,
    said,
    stop: async () => {
      signal(group, 'SIGTERM')
      // npm ends at once, the server when its database is closed
      while (signal(group, 0)) await new Promise((resolve) => setTimeout(resolve, 20))
      process.off('exit', killed)
    },
  }
}

/** Sends a signal to all processes of a group; false where none is left. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(group, name)
  } catch {
    return false
  }
}
