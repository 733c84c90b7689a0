import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { rootDir } from '../../server/root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
  }
}

/** The product as a newcomer starts it: `npm start` on an empty data folder, with the demo district. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-e2e-'))
  const server = spawn('npm', ['start', '--silent'], {
    cwd: rootDir,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn', NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: true,
  })
  const baseUrl = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Sanqu: (http:\/\/\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    server.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)))
  })
  project.provide('baseUrl', baseUrl)
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    process.kill(-server.pid!, 'SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}
