import { spawn } from 'node:child_process'
import { rootDir } from '../../../server/root.ts'

export type Started = { url: string; ms: number; stop(): Promise<void> }

/** `npm start` on a data folder, timed from the command to the first answer of a check. */
export async function start(dataDir: string): Promise<Started> {
  const began = performance.now()
  const server = spawn('npm', ['start', '--silent'], {
    cwd: rootDir,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Sanqu: (http:\/\/\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => reject(new Error(`npm start ended:\n${said}`)))
  })
  const answer = await fetch(`${url}/api/check?lng=109.5&lat=34.5`)
  if (!answer.ok) throw new Error(`the first check answered ${answer.status}`)
  await answer.arrayBuffer()
  const ms = performance.now() - began
  const stop = async () => {
    process.kill(-server.pid!, 'SIGTERM')
    await ended
  }
  return { url, ms, stop }
}
