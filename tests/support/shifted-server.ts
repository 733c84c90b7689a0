import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootDir } from '../../server/root.ts'
import { startProduct } from './start-product.ts'

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
  const serve = [process.execPath, join(rootDir, 'dist/server/cli.js'), 'serve'] as const
  const { url, stop } = await startProduct({
    DATA_DIR: join(folder, 'data'), LD_PRELOAD: fakeTimeLibrary(), FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: '1',
    // timers go by the monotonic clock, which is left alone
    DONT_FAKE_MONOTONIC: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }, serve)
  return {
    baseUrl: url,
    moveTo,
    stop: async () => {
      await stop()
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
