import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { rootDir } from '../../../server/root.ts'
import { connectStore } from '../../../server/store/connect.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { ENGINES } from '../../support/databases.ts'
import { startPostgres } from '../../support/postgres.ts'
import { pause } from '../../support/rounds.ts'
import { prepare, signIn } from '../support/planner-user.ts'
import { report, say } from '../support/report.ts'
import { serverProcess } from '../support/server-process.ts'
import { smallDisk } from '../support/small-disk.ts'
import { verify } from '../support/verify.ts'
import { newLog, write } from '../support/writer.ts'

const TIMES = 5
const CHECK = '/api/check?lng=109.5155&lat=34.5055'

// A service manager is played: what the full disk has stopped is started again.
describe.each(ENGINES)('on the %s engine', (engine) => {
  it('F10: a full disk under the database refuses writes, loses nothing, and is over when there is room again', async () => {
    const disk = smallDisk(engine === 'server' ? 300 : 200)
    const cluster = engine === 'server' ? await startPostgres({ durable: true, home: disk.path, settings: ['max_wal_size=64MB'] }) : null
    const client = cluster && new pg.Client({ connectionString: cluster.url('postgres') })
    await client?.connect()
    await client?.query('create database sanqu')
    await client?.end()
    const settings = { databaseUrl: cluster?.url('sanqu') ?? null, dataDir: join(disk.path, 'embedded'), poolSize: 2, statementTimeoutMs: 60_000 }
    const store = await connectStore(settings)
    await migrate(store.db)
    await prepare(store)
    await store.close()
    const server = await serverProcess({ DATA_DIR: settings.dataDir, ...(cluster && { DATABASE_URL: cluster.url('sanqu') }) })
    await server.start()
    const headers = await signIn(server.url)
    const log = newLog()
    let going = true
    const clients = Array.from({ length: 4 }, (_, n) => write(server.url, headers, `client ${n}`, log, () => going))
    const recoveries: number[] = []
    let checked = 0
    let stopped = 0
    for (let time = 0; time < TIMES; time++) {
      await pause(1_000)
      disk.fill()
      const refusedBefore = log.retries
      for (let waited = 0; log.retries < refusedBefore + 4 && waited < 600; waited++) await pause(50)
      const check = await fetch(server.url + CHECK).catch(() => null)
      if (check === null) stopped += 1
      else if (check.status === 200) checked += 1
      const began = performance.now()
      disk.free()
      const before = log.acks.length
      for (let waited = 0; log.acks.length === before; waited++) {
        await pause(50)
        if (waited % 40 !== 39) continue
        if (cluster && !(await answers(cluster.url('sanqu')))) await cluster.restart()
        if ((await fetch(`${server.url}/livez`).catch(() => null)) === null) await server.start()
      }
      recoveries.push(performance.now() - began)
    }
    going = false
    await Promise.all(clients)
    await server.stop()
    const after = await connectStore(settings)
    const verdict = await verify(after, log)
    await after.close()
    report('F10', { kills: TIMES, log, verdict, recoveries })
    say('F10', `${engine}: the disk was full ${TIMES} times; meanwhile ${checked} checks answered, ${stopped} times the program had stopped`)
    await cluster?.stop()
    disk.remove()
  }, 600_000)
})

const answers = async (url: string) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  const there = await client.connect().then(() => true, (error: { code?: string }) => error.code === '57P03')
  await client.end().catch(() => {})
  return there
}

it('F11: a full disk under the backup fails it, says so and leaves nothing; one under the cache troubles nobody', async () => {
  const disk = smallDisk(2)
  const cluster = await startPostgres()
  const url = cluster.url('postgres')
  const store = await connectStore({ databaseUrl: url, dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 })
  await migrate(store.db)
  await prepare(store)
  await store.db.insertInto('places').values(Array.from({ length: 2_000 }, (_, n) => ({
    kind: 'school' as const, name: `p${Math.random()}`, name_en: null, capacity: '{}', area_code: null, source: 'test', source_id: String(n), as_of: '2022-01-01',
    geom: `SRID=4326;POINT(${109 + Math.random()} 34)`,
  }))).execute()
  await store.close()
  const folder = join(disk.path, 'backup')
  mkdirSync(folder)
  disk.fill(40_000)
  const env = { ...process.env, DATABASE_URL: url }
  expect(() => execFileSync(process.execPath, [join(rootDir, 'dist/faults/cli.js'), 'backup', folder], { cwd: rootDir, env, stdio: 'pipe' })).toThrow(/ENOSPC/)
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
  disk.fill()
  const server = await serverProcess({ DATABASE_URL: url, DATA_DIR: disk.path })
  await server.start()
  const headers = await signIn(server.url)
  expect((await fetch(server.url + CHECK)).status).toBe(200)
  const site = { place: '某地', on_date: '2022-03-15', cases: 1, geometry: { type: 'Point', coordinates: [109.5155, 34.5055] } }
  const made = await fetch(`${server.url}/api/sites`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(site) })
  expect(made.status).toBe(201)
  expect(await server.stop()).toBe(0)
  await cluster.stop()
  disk.remove()
}, 120_000)
