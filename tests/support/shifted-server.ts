import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootDir } from '../../server/root.ts'

export type ShiftedServer = {
  baseUrl: string
  /** Moves the server's clock to a moment; it goes on from there. Gives how far ahead of the real one it is, in ms. */
  moveTo(moment: Date): number
  stop(): Promise<void>
}

/**
 * The built product as a process of its own with the demo county, whose clock a test moves: libfaketime stands before
 * the system's clock, so that the program and its embedded database go by it and neither has a switch for it.
 */
export async function startShiftedServer(moment: Date): Promise<ShiftedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sanqu-shifted-'))
  const clock = join(folder, 'clock')
  const moveTo = (to: Date) => {
    const seconds = Math.round((to.getTime() - Date.now()) / 1000)
    writeFileSync(`${clock}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`)
    renameSync(`${clock}.new`, clock) // the server reads it at any time
    return seconds * 1000
  }
  moveTo(moment)
  const server = spawn(process.execPath, [join(rootDir, 'dist/server/cli.js'), 'serve'], {
    cwd: rootDir,
    env: {
      ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn', NODE_ENV: 'production',
      LD_PRELOAD: fakeTimeLibrary(), FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: '1',
      // timers go by the monotonic clock, which is left alone
      DONT_FAKE_MONOTONIC: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  process.once('exit', () => server.kill('SIGKILL'))
  const baseUrl = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Sanqu: (http:\/\/\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
  return {
    baseUrl,
    moveTo,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Debian has it in a folder named for the machine. */
function fakeTimeLibrary(): string {
  const found = readdirSync('/usr/lib').map((name) => join('/usr/lib', name, 'faketime/libfaketimeMT.so.1')).find(existsSync)
  if (found === undefined) throw new Error('libfaketime is missing: apt-get install faketime')
  return found
}
