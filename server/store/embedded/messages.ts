import type { Turns } from './watch-statements.ts'

/** What the embedded engine's thread is started with. */
export type WorkerSettings = {
  dataDir: string
  socketPath: string
  /** A dumped data folder to begin a new database from; null opens the folder that is there. */
  templatePath: string | null
  maxConnections: number
  turns: Turns
}

export type FromWorker =
  | { type: 'ready' }
  /** `cause` is what PostgreSQL said last, where it said why. */
  | { type: 'failed'; message: string; cause: string | null }
  | { type: 'closed' }

export type ToWorker = { type: 'close' }
