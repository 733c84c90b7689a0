import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { rootDir } from '../../server/root.ts'
import { connectStore } from '../../server/store/connect.ts'
import { createServerDatabase } from '../support/databases.ts'
import { pause, rounds } from '../support/rounds.ts'
import { fillStore } from '../bench/start/fill-store.ts'
import { inside } from '../server/live-fixture.ts'
import { nextVersion } from './support/next-version.ts'
import { prepare, signIn } from './support/planner-user.ts'
import { say } from './support/report.ts'
import { serverProcess } from './support/server-process.ts'
import { verify } from './support/verify.ts'
import { newLog, staysInForce, write } from './support/writer.ts'

const ZONES = rounds(100_000, 1_000)
const IN_FORCE = 500
const KILLS = rounds(3, 1)
const BESIDE_MS = rounds(10_000, 2_000)
const [lng, lat] = inside(0, 0)

it(`F46: an upgrade of ${ZONES} zones under write load, killed and run again, the older server beside it, and the way back`, async () => {
  const [database, before] = [await createServerDatabase(), await createServerDatabase()]
  const home = mkdtempSync(join(tmpdir(), 'sanqu-upgrade-'))
  const settings = { databaseUrl: database.url, dataDir: '', poolSize: 1, statementTimeoutMs: 120_000 }
  const sanqu = (url: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(rootDir, 'dist/faults/cli.js'), ...args, '--lang', 'en'], { cwd: rootDir, env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' })
  const filling = await connectStore(settings)
  await prepare(filling)
  await fillStore(filling, ZONES, 0, IN_FORCE)
  await filling.close()
  expect(sanqu(database.url, 'backup', join(home, 'before')).status).toBe(0)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const newest = async () => (await client.query<{ name: string }>('select max(name) as name from kysely_migration')).rows[0]!.name
  const migrating = async () => (await client.query("select from pg_stat_activity where query ~ 'zone_remarks' and state = 'active' and pid <> pg_backend_pid()")).rowCount === 1

  const next = nextVersion()
  const older = await serverProcess({ DATABASE_URL: database.url })
  const newer = await serverProcess({ DATABASE_URL: database.url }, { root: next.root })
  await older.start()
  const headers = await signIn(older.url)
  const log = newLog()
  let [going, url] = [true, older.url]
  const clients = Array.from({ length: 4 }, (_, n) => write(() => url, headers, `client ${n}`, log, () => going))
  const check = async (server: string) => (await fetch(`${server}/api/check?lng=${lng}&lat=${lat}`)).json() as Promise<{ result: string }>
  const until = async (so: () => Promise<boolean>) => {
    for (let waited = 0; !(await so()); waited += 20) {
      if (waited > 60_000) throw new Error(`not so within a minute: ${so}`)
      await pause(20)
    }
  }
  await until(async () => log.acks.some(({ op }) => op === 'publish'))

  const known = await newest()
  for (let kill = 0; kill < KILLS; kill++) {
    const begun = newer.start().catch(() => {})
    await until(migrating)
    await newer.kill()
    await begun
    await until(async () => !(await migrating()))
    expect(await newest()).toBe(known)
    const acks = log.acks.length
    await until(async () => log.acks.length > acks) // the older server goes on writing
  }
  const upgraded = await newer.start()
  expect(await newest()).toBe(next.migration)
  // what comes to the older server now changes nothing and says where to go; a proxy would send it on
  const refused = await fetch(`${older.url}/api/sites`, {
    method: 'POST', headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ place: 'late', on_date: '2022-03-15', cases: 1, geometry: { type: 'Point', coordinates: [lng, lat] } }),
  })
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).not.toBeNull()
  expect(await refused.json()).toMatchObject({ code: 'schema_newer' })
  url = newer.url
  const atSwitch = log.acks.length
  await pause(BESIDE_MS)
  // one that is lifted may be gone again before the older server has it
  await until(async () => log.acks.slice(atSwitch).some(staysInForce))
  const { id } = log.acks.findLast(staysInForce)!
  await until(async () => (await fetch(`${older.url}/api/zones/${id}`)).status === 200)
  expect((await check(older.url)).result).toBe((await check(newer.url)).result)
  going = false
  await Promise.all(clients)
  expect(await older.stop()).toBe(0)
  expect(await newer.stop(), newer.said()).toBe(0)
  const store = await connectStore(settings)
  const { lost, twice } = await verify(store, log)
  await store.close()
  expect((await client.query('select from sites where place = $1', ['late'])).rowCount).toBe(0)
  expect((await client.query("select from zone_remarks where remark = 'upgraded'")).rowCount).toBeGreaterThanOrEqual(ZONES)
  await client.end()

  // the way back: the older program refuses the newer schema and serves the backup from before
  await expect(older.start()).rejects.toThrow(`newer version (${next.migration})`)
  const restored = sanqu(before.url, 'restore', join(home, 'before'))
  expect(restored.stdout + restored.stderr).toMatch(/restored, the audit chain is whole/)
  const back = await serverProcess({ DATABASE_URL: before.url })
  await back.start()
  expect((await check(back.url)).result).not.toBe('unknown')
  expect(await back.stop()).toBe(0)
  say('F46', `${ZONES} zones (${IN_FORCE} in force), ${KILLS} upgrades killed midway, the next one done in ${(upgraded / 1000).toFixed(1)} s; ${log.acks.length} changes acknowledged (${log.acks.length - atSwitch} after it), ${log.retries} sent again, ${lost} lost, ${twice} twice; the older server read on and wrote nothing; the backup from before served again`)
  next.remove()
  await before.drop()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
}, 120_000 + KILLS * 30_000 + ZONES * 2)
