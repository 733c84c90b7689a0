import type { AddressInfo } from 'node:net'
import { buildApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import { createLive } from '../../../server/live/create-live.ts'
import { connectStore } from '../../../server/store/connect.ts'
import { appendEvent } from '../../../server/store/events.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { readRulePacks } from '../../../server/rule-packs.ts'
import { inTransaction } from '../../../server/store/transaction.ts'

// The server of the live benchmark: commits an event whenever it is told to, and says when the commit was done
// (nanoseconds of the machine's monotonic clock); told `memory`, it says what its heap holds. Arguments: the database's address.

const store = await connectStore({ databaseUrl: process.argv[2]!, dataDir: '', poolSize: 4, statementTimeoutMs: 60_000 })
await migrate(store.db)
const live = await createLive(store)
const config = readConfig({ LOG_LEVEL: 'silent' })
const app = await buildApp({ config, store, live, rules: await readRulePacks(), now: () => new Date() })
await app.listen({ host: '127.0.0.1', port: 0, backlog: 2_000 })
process.send?.({ port: (app.server.address() as AddressInfo).port })

process.on('message', (what) => void (what === 'memory' ? sayMemory() : commit()))

/** The heap without what can be collected; the process is started with --expose-gc for it. */
function sayMemory(): void {
  global.gc?.()
  process.send?.({ heapBytes: process.memoryUsage().heapUsed })
}

async function commit(): Promise<void> {
  const event = { noun: 'bench', verb: 'noted', subject: 'a change', actor: 'bench', public: true, payload: {} }
  const { seq } = await inTransaction(store, (trx) => appendEvent(trx, event))
  process.send?.({ seq, at: String(process.hrtime.bigint()) })
}
