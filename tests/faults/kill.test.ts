import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connectStore, type StoreSettings } from '../../server/store/connect.ts'
import { migrate } from '../../server/store/migrate.ts'
import { createServerDatabase, ENGINES } from '../support/databases.ts'
import { prepare, signIn } from './support/planner-user.ts'
import { between, pause, rounds } from '../support/rounds.ts'
import { serverProcess } from './support/server-process.ts'
import { report } from './support/report.ts'
import { verify } from './support/verify.ts'
import { newLog, write } from './support/writer.ts'

const CLIENTS = 8
const KILLS = rounds(100)

describe.each(ENGINES)('on the %s engine', (engine) => {
  it(`${engine === 'server' ? 'F01' : 'F03'}: kill -9 of the server while 8 clients write loses nothing and makes nothing twice`, async () => {
    const database = engine === 'server' ? await createServerDatabase() : null
    const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-kill-'))
    const settings: StoreSettings = { databaseUrl: database?.url ?? null, dataDir, poolSize: 2, statementTimeoutMs: 60_000 }
    const withStore = async (work: (store: Awaited<ReturnType<typeof connectStore>>) => Promise<void>) => {
      const store = await connectStore(settings)
      try {
        await migrate(store.db)
        await work(store)
      } finally {
        await store.close()
      }
    }
    await withStore(prepare)
    const server = await serverProcess({ DATA_DIR: dataDir, ...(database ? { DATABASE_URL: database.url } : {}) })
    await server.start()
    const headers = await signIn(server.url)
    const log = newLog()
    let going = true
    const clients = Array.from({ length: CLIENTS }, (_, n) => write(server.url, headers, `client ${n}`, log, () => going))
    const recoveries: number[] = []
    for (let round = 0; round < KILLS; round++) {
      const before = log.acks.length
      await pause(between(20, 900))
      await server.kill()
      recoveries.push(await server.start())
      // the first kills of a slow machine must not all come before the first answer
      for (let waited = 0; log.acks.length === before && waited < 100; waited++) await pause(50)
    }
    going = false
    await Promise.all(clients)
    await server.stop()
    await withStore((store) => verify(store, log))
    report(engine === 'server' ? 'F01' : 'F03', { kills: KILLS, log, recoveries })
    expect(log.acks.length).toBeGreaterThan(KILLS)
    await database?.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }, 180_000 + KILLS * 30_000)
})
