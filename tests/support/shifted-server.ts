import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootDir } from '../../server/root.ts'
import { fakeTime } from './fake-time.ts'
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
  const { url, stop } = await startProduct({ DATA_DIR: join(folder, 'data'), ...fakeTime(clock) }, serve)
  return {
    baseUrl: url,
    moveTo,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
