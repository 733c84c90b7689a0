import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { startWorker } from '../../start-worker.ts'
import { beginDataFolder, endFirstStart, openingFault } from './data-folder.ts'
import { ensureTemplate } from './template.ts'
import { keepCompiledEngine } from './compiled-engine.ts'
import { lockDataDir } from './lock.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts'
import { newTurns, watchTurns, type Turns } from './watch-statements.ts'

export type EmbeddedServer = {
  /** Folder of the Unix socket, for `pg`'s `host`; the port is 5432. */
  socketDir: string
  /** Called when the engine's thread ends by itself. */
  onLost(listener: (error: Error) => void): void
  close(): Promise<void>
}

const workerSource = new URL('./worker.ts', import.meta.url)

/**
 * Starts PostgreSQL with PostGIS in a worker thread over a locked folder. A statement that takes longer than
 * `statementTimeoutMs` ends with its thread, and the engine is started again as after a crash: what was acknowledged is
 * on the disk, and the pool connects anew.
 * @throws DataDirInUse when another process holds the folder; DataDirDamaged when what is in it cannot be opened
 */
export async function startEmbedded(dataDir: string, statementTimeoutMs: number): Promise<EmbeddedServer> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const unlock = lockDataDir(dataDir)
  const socketDir = mkdtempSync(join(tmpdir(), 'sanqu-'))
  const release = () => {
    rmSync(socketDir, { recursive: true, force: true })
    unlock()
  }
  try {
    const isNew = beginDataFolder(dataDir)
    const settings: WorkerSettings = {
      dataDir: join(dataDir, 'pgdata'),
      socketPath: join(socketDir, '.s.PGSQL.5432'),
      templatePath: isNew ? await ensureTemplate() : null,
      maxConnections: 20,
      turns: newTurns(),
    }
    const worker = await engine(settings).catch((error: Error) => {
      throw isNew ? error : openingFault(dataDir, error.message)
    })
    if (isNew) endFirstStart(dataDir)
    const again = () => {
      rmSync(settings.socketPath, { force: true })
      return engine({ ...settings, templatePath: null })
    }
    return { socketDir, ...supervise(worker, settings.turns, statementTimeoutMs, again, release) }
  } catch (error) {
    release()
    throw error
  }
}

async function engine(settings: WorkerSettings): Promise<Worker> {
  const worker = startWorker(workerSource, 'embedded-worker.js', { workerData: settings })
  await readiness(worker)
  return worker
}

function readiness(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the embedded database's thread ended with code ${code}`)))
    worker.once('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve()
      else reject(new Error(message.type === 'failed' ? (message.cause ?? message.message) : message.type))
    })
  })
}

function supervise(
  first: Worker, turns: Turns, limitMs: number, again: () => Promise<Worker>, release: () => void,
): Omit<EmbeddedServer, 'socketDir'> {
  const lossListeners: ((error: Error) => void)[] = []
  let worker = first
  let closing: Promise<void> | null = null
  let restarting: Promise<void> | null = null
  const onExit = () => {
    if (restarting !== null) return
    stopWatching()
    release()
    if (closing === null) for (const listener of lossListeners) listener(new Error('the embedded database stopped'))
  }
  const restart = async () => {
    await keepCompiledEngine().catch(() => {}) // without it the engine only starts more slowly
    await worker.terminate()
    Atomics.store(turns, 1, Atomics.load(turns, 0))
    worker = await again()
    worker.once('exit', onExit)
  }
  const stopWatching = watchTurns(turns, limitMs, () => {
    restarting ??= restart().catch(() => {}).then(() => {
      const failed = worker.threadId === -1
      restarting = null
      if (failed) onExit()
    })
  })
  worker.once('exit', onExit)
  const close = async () => {
    await restarting
    await new Promise<void>((resolve) => {
      if (worker.threadId === -1) return resolve()
      worker.once('exit', () => resolve())
      worker.postMessage({ type: 'close' } satisfies ToWorker)
    })
  }
  return {
    onLost: (listener) => void lossListeners.push(listener),
    close: () => (closing ??= close()),
  }
}
