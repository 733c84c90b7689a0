import { expect } from 'vitest'
import { connectStore, type Store, type StoreSettings } from '../../../server/store/connect.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { between, pause } from '../../support/rounds.ts'
import { prepare, signIn } from './planner-user.ts'
import { report } from './report.ts'
import { serverProcess, SHORT_LIVED } from './server-process.ts'
import { verify } from './verify.ts'
import { newLog, write } from './writer.ts'

const CLIENTS = 8

/** Kills a server again and again while clients write through it, and then looks for every change that it acknowledged. */
export async function killRounds(fault: string, kills: number, settings: StoreSettings): Promise<void> {
  const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await connectStore(settings)
    try {
      await migrate(store.db)
      return await work(store)
    } finally {
      await store.close()
    }
  }
  await withStore(prepare)
  const env = { DATA_DIR: settings.dataDir, ...(settings.databaseUrl !== null && { DATABASE_URL: settings.databaseUrl }) }
  const server = await serverProcess(env, { nodeOptions: SHORT_LIVED })
  await server.start()
  const headers = await signIn(server.url)
  const log = newLog()
  let going = true
  const clients = Array.from({ length: CLIENTS }, (_, n) => write(server.url, headers, `client ${n}`, log, () => going))
  const recoveries: number[] = []
  for (let round = 0; round < kills; round++) {
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
  const verdict = await withStore((store) => verify(store, log))
  report(fault, { kills, log, verdict, recoveries })
  expect(log.acks.length).toBeGreaterThan(kills)
}
