import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { connectStore } from '../../server/store/connect.ts'
import { appendEvent } from '../../server/store/events.ts'
import { migrate } from '../../server/store/migrate.ts'
import { inTransaction } from '../../server/store/transaction.ts'

// A process that commits to an embedded database and says so after each commit: by a folder `ack-N` (an event that a
// trace of its system calls shows in order) and a line.   commit-writer.ts DATA_DIR ACKS COMMITS
const [dataDir = '', acks = '', commits = '0'] = process.argv.slice(2)

const store = await connectStore({ databaseUrl: null, dataDir, poolSize: 1, statementTimeoutMs: 60_000 })
await migrate(store.db)
for (let n = 1; n <= Number(commits); n++) {
  await inTransaction(store, (trx) =>
    appendEvent(trx, { noun: 'tests', verb: 'noted', subject: String(n), actor: 'tests', public: false, payload: {} }),
  )
  mkdirSync(join(acks, `ack-${n}`))
  process.stdout.write(`${n}\n`)
}
await store.close()
