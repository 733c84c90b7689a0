import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectStore } from '../../server/store/connect.ts'
import { migrate } from '../../server/store/migrate.ts'
import { startPostgres, type Cluster } from '../support/postgres.ts'
import { prepare, signIn } from './support/planner-user.ts'
import { MEMORY } from './support/memory-folder.ts'
import { report } from './support/report.ts'
import { between, pause, rounds } from '../support/rounds.ts'
import { serverProcess } from './support/server-process.ts'
import { verify } from './support/verify.ts'
import { newLog, write } from './support/writer.ts'

const CLIENTS = 8
const KILLS = rounds(100)

describe('a database server that writes through to the disk', () => {
  let cluster: Cluster
  const settings = () => ({ databaseUrl: cluster.url('sanqu'), dataDir: '', poolSize: 2, statementTimeoutMs: 60_000 })
  beforeAll(async () => {
    cluster = await startPostgres({ durable: true, home: MEMORY })
    const client = new pg.Client({ connectionString: cluster.url('postgres') })
    await client.connect()
    await client.query('create database sanqu')
    await client.end()
    const store = await connectStore(settings())
    await migrate(store.db)
    await prepare(store)
    await store.close()
  })
  afterAll(() => cluster.stop())

  it('F02: kill -9 of every process of it while 8 clients write loses nothing and makes nothing twice', async () => {
    const server = await serverProcess({ DATABASE_URL: cluster.url('sanqu') })
    await server.start()
    const headers = await signIn(server.url)
    const log = newLog()
    let going = true
    const clients = Array.from({ length: CLIENTS }, (_, n) => write(server.url, headers, `client ${n}`, log, () => going))
    const recoveries: number[] = []
    const checks: number[] = []
    for (let round = 0; round < KILLS; round++) {
      await pause(between(20, 900))
      await cluster.crash()
      const killed = performance.now()
      // the public goes on being answered, with the age of what it is told
      const check = await fetch(`${server.url}/api/check?lng=109.5055&lat=34.5055`)
      expect(check.status).toBe(200)
      expect(await check.json()).toMatchObject({ result: expect.any(String) as string, data: { as_of: expect.any(String) as string } })
      checks.push(performance.now() - killed)
      await cluster.restart()
      const before = log.acks.length
      while (log.acks.length === before) await pause(10)
      recoveries.push(log.lastAckAt - killed)
    }
    going = false
    await Promise.all(clients)
    expect(await server.stop()).toBe(0)
    const store = await connectStore(settings())
    const verdict = await verify(store, log)
    await store.close()
    report('F02', { kills: KILLS, log, verdict, recoveries })
    expect(log.acks.length).toBeGreaterThan(KILLS)
    expect(Math.max(...checks)).toBeLessThan(5_000)
  }, 180_000 + KILLS * 30_000)
})
