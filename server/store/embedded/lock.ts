import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const SETTLE_MS = 100

/** Another process works on the data folder. */
export class DataDirInUse extends Error {
  constructor(dataDir: string, pid: number) {
    super(
      `数据目录 ${dataDir} 正被进程 ${pid} 使用：请先停止它，或用 DATA_DIR 指定另一个目录。\n` +
        `The data folder ${dataDir} is in use by process ${pid}: stop that process, or choose another folder with DATA_DIR.`,
    )
    this.name = 'DataDirInUse'
  }
}

/**
 * Takes the folder for this process: PGlite itself takes no lock, and two processes on one folder lose rows silently.
 * The lock names the process and when it started, so that a dead holder's lock, even with its number given to
 * another process, is taken over.
 * @returns a function that gives the folder back
 */
export function lockDataDir(dataDir: string): () => void {
  const path = join(dataDir, 'sanqu.lock')
  const own = holder(process.pid)
  for (let attempt = 0; ; attempt += 1) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, own)
      closeSync(file)
      if (attempt > 0) settle(path, own, dataDir)
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const written = readFileSync(path, 'utf8')
      const pid = Number.parseInt(written, 10)
      if (attempt > 2 || (pid > 0 && isAlive(pid) && written === holder(pid))) throw new DataDirInUse(dataDir, pid)
      rmSync(path, { force: true })
    }
  }
}

/** Of two that take over a dead holder's lock at once, the later one may have removed the earlier one's: it has it then. */
function settle(path: string, own: string, dataDir: string): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLE_MS)
  const written = readFileSync(path, 'utf8')
  if (written !== own) throw new DataDirInUse(dataDir, Number.parseInt(written, 10))
}

/** The process's number and start time; field 22 of /proc/PID/stat where there is one. */
function holder(pid: number): string {
  try {
    return `${pid} ${readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[19] ?? ''}`
  } catch {
    return `${pid} `
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
