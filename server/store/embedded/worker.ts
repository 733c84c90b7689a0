import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from 'node:fs/promises'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { mendAnswers } from './mend-answers.ts'
import { countTurns } from './watch-statements.ts'
import { createEngine } from './engine.ts'
import { rememberExports } from './known-exports.ts'
import { syncTree } from './sync-tree.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts'

// PGlite answers inside the thread that asks, so it gets a thread of its own and speaks to the rest over a Unix socket.
const { dataDir, socketPath, templatePath, maxConnections, turns } = workerData as WorkerSettings
const port = parentPort!
const tell = (message: FromWorker) => port.postMessage(message)
let cause: string | null = null
const onLine = (line: string) => void (cause = /(?:FATAL|PANIC|ERROR): +(.*)/.exec(line)?.[1] ?? cause)

async function open(): Promise<void> {
  rememberExports()
  const template = templatePath === null ? null : new Blob([await readFile(templatePath)])
  const db = await createEngine(dataDir, template, onLine)
  if (template !== null) syncTree(dataDir)
  mendAnswers(db)
  countTurns(db, turns)
  const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections })
  await server.start()
  port.on('message', (message: ToWorker) => {
    if (message.type === 'close') void close()
  })
  const close = async () => {
    await server.stop()
    await db.close()
    tell({ type: 'closed' })
    port.close()
  }
  tell({ type: 'ready' })
}

// no await at the top: the build is CommonJS
open().catch((error: unknown) => {
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error), cause })
  port.close()
})
