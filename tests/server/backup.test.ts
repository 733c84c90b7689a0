import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { MANIFEST, type Manifest } from '../../server/backup/manifest.ts'
import { rowsOf } from '../../server/backup/read-backup.ts'
import { restoreBackup } from '../../server/backup/restore-backup.ts'
import { writeBackup } from '../../server/backup/write-backup.ts'
import { runCli } from '../../server/cli/run-cli.ts'
import { verifyAudit } from '../../server/domain/audit.ts'
import { addSite } from '../../server/domain/sites.ts'
import { createUser } from '../../server/domain/users.ts'
import { dumpedRows, dumpedTables, inOneMoment } from '../../server/store/dump.ts'
import { connectStore, type Store } from '../../server/store/connect.ts'
import { ENGINES, openTestDatabase, type Engine } from '../support/databases.ts'
import { inside, lift, loadGround, publish } from './live-fixture.ts'
import { actor, units, village } from './zones-fixture.ts'

/** Every row of every table as text, by table, in an order of its own. */
const contents = (store: Store) =>
  inOneMoment(store.db, async (trx) => {
    const all: Record<string, string[]> = {}
    for (const table of await dumpedTables(trx)) {
      const rows: string[] = []
      for await (const some of dumpedRows(trx, table)) rows.push(...some.map((row) => JSON.stringify(row)))
      all[table.name] = rows.sort()
    }
    return all
  })

describe.each(ENGINES)('a backup of the %s engine', (engine) => {
  const other: Engine = engine === 'embedded' ? 'server' : 'embedded'
  let home: string
  let store: Store
  let target: Store
  let folder: string
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'sanqu-backup-'))
    folder = join(home, 'backup')
    store = await openTestDatabase(engine)
    await loadGround(store)
    await createUser(store, 'tests', { username: 'planner', post: '区划岗', password: 'correct horse battery', roles: ['drafter'], areaCode: null })
    const zone = await publish(store, 'sealed', units(village(0, 1, 1)))
    await publish(store, 'controlled', units(village(0, 2, 1)), { name: '引号"与\\反斜杠\n换行' })
    await lift(store, zone, 1)
    target = await openTestDatabase(other)
  })
  afterAll(async () => {
    await store.close()
    await target.close()
    rmSync(home, { recursive: true, force: true })
  })

  it('F13: is one moment, while 8 writers go on, and comes back whole on the other engine', async () => {
    let going = true
    const point = { type: 'Point' as const, coordinates: inside(1, 1) }
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      let n = 0
      for (; going; n++) await addSite(store, actor(), { place: `${writer} ${n}`, on_date: '2022-03-15', cases: 1, geometry: point })
      return n
    })
    const manifest = await writeBackup(store, folder)
    going = false
    const written = (await Promise.all(writers)).reduce((sum, n) => sum + n, 0)
    expect(written).toBeGreaterThanOrEqual(8)
    const sites = manifest.tables.find(({ name }) => name === 'sites')!.rows

    await restoreBackup(target, folder)
    expect(await verifyAudit(target.db)).toMatchObject({ ok: true, seq: manifest.seq, hash: manifest.hash })
    // a site and its event are one change: either both are in the moment or neither
    const { rows: [counted] } = await sql<{ n: number }>`select count(*) as n from events where noun = 'sites' and verb = 'added'`.execute(target.db)
    expect(counted!.n).toBe(sites)

    // quiet now: what one holds the other gives back, row by row, users, keys, versions, periods and audit
    const again = join(home, 'again')
    await writeBackup(target, again)
    const text = (of: string) => (JSON.parse(readFileSync(join(of, MANIFEST), 'utf8')) as Manifest).tables.map(({ name, rows }) => `${name} ${rows}`)
    expect(text(again)).toEqual(text(folder))
    const back = await contents(target)
    expect(back['users']).toHaveLength(1)
    expect(back['zone_versions']).toHaveLength(2)
    expect(Object.keys(back)).toContain('idempotency_keys')
    // numbers go on where they were, and rows are held by their triggers again
    await addSite(target, actor(), { place: '恢复之后', on_date: '2022-03-15', cases: 1, geometry: point })
    await expect(sql`delete from events`.execute(target.db)).rejects.toThrow('never changed or removed')
    await expect(sql`insert into keys (name, prefix, key_hash, scopes, created_by) values ('a', 'b', 'c', '{}', 99999)`.execute(target.db)).rejects.toThrow('foreign key')
    const twice = sql`insert into zone_periods (zone_id, version, valid, recorded, ended_by) select zone_id, version, valid, recorded, ended_by from zone_periods`
    await expect(twice.execute(target.db)).rejects.toThrow('exclusion constraint')
  })

  it('is written and read a few rows at a time where rows are long', async () => {
    const [rows, characters, atOnce] = [40, 300_000, 9_000_000]
    const long = await openTestDatabase(engine)
    await sql`insert into datasets (source, title, as_of, synthetic)
      select n::text, repeat('x', ${characters}::int), '2022-01-01', true from generate_series(1, ${rows}::int) n`.execute(long.db)
    const of = (some: readonly (readonly (string | null)[])[]) => some.flat().reduce((sum, text) => sum + (text?.length ?? 0), 0)
    const written: number[] = []
    await inOneMoment(long.db, async (trx) => {
      const datasets = (await dumpedTables(trx)).find(({ name }) => name === 'datasets')!
      for await (const some of dumpedRows(trx, datasets)) written.push(of(some))
    })
    // how long they are is known from the first
    expect(Math.max(...written.slice(1))).toBeLessThan(atOnce)
    const path = join(home, 'long')
    const { tables } = await writeBackup(long, path)
    await long.close()
    const read: number[] = []
    for await (const some of rowsOf(path, tables.find(({ name }) => name === 'datasets')!)) read.push(of(some))
    expect(Math.max(...read)).toBeLessThan(atOnce)
    for (const parts of [written, read]) expect(parts.reduce((sum, part) => sum + part, 0)).toBeGreaterThan(rows * characters)
  })

  it('F13: gives back exactly what was there', async () => {
    const before = await contents(store)
    const exact = join(home, 'exact')
    await writeBackup(store, exact)
    const fresh = await openTestDatabase(engine)
    await restoreBackup(fresh, exact)
    expect(await contents(fresh)).toEqual(before)
    await expect(restoreBackup(fresh, exact)).rejects.toMatchObject({ code: 'database_in_use' })
    await fresh.close()
  })

  it('F13: is refused when it is half, changed, cut, of a newer schema, or no backup at all', async () => {
    const damaged = (name: string, damage: (path: string) => void) => {
      const path = join(home, name)
      cpSync(folder, path, { recursive: true })
      damage(path)
      return restoreBackup(target, path).then(() => 'restored', (error: { code: string }) => error.code)
    }
    const rewrite = (path: string, change: (manifest: Manifest) => object) =>
      writeFileSync(join(path, MANIFEST), JSON.stringify(change(JSON.parse(readFileSync(join(path, MANIFEST), 'utf8')) as Manifest)))
    expect(await damaged('half', (path) => rmSync(join(path, MANIFEST)))).toBe('half')
    expect(await damaged('without-a-table', (path) => rmSync(join(path, 'zones.ndjson.gz')))).toBe('half')
    expect(await damaged('cut', (path) => writeFileSync(join(path, 'events.ndjson.gz'), readFileSync(join(path, 'events.ndjson.gz')).subarray(0, -20)))).toBe('changed')
    expect(await damaged('longer', (path) => appendFileSync(join(path, 'users.ndjson.gz'), 'x'))).toBe('changed')
    expect(await damaged('swapped', (path) => cpSync(join(path, 'users.ndjson.gz'), join(path, 'sites.ndjson.gz')))).toBe('changed')
    expect(await damaged('newer', (path) => rewrite(path, (manifest) => ({ ...manifest, migrations: [...manifest.migrations, '9999_later'] })))).toBe('newer_schema')
    expect(await damaged('other', (path) => rewrite(path, () => ({ format: 'other' })))).toBe('not_a_backup')
    await expect(restoreBackup(target, join(home, 'nowhere'))).rejects.toMatchObject({ code: 'not_a_backup' })
  })

  it('F13: leaves nothing behind when it cannot be finished, and overwrites nothing', async () => {
    await expect(writeBackup(store, folder)).rejects.toMatchObject({ code: 'folder_not_empty' })
    expect(readdirSync(folder)).toContain(MANIFEST)
    const failing = join(home, 'failing')
    const breaking: Store = { ...store, db: store.db.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => {
      if (JSON.stringify(result.rows).includes('恢复')) throw new Error('cut off')
      return result
    } }) }
    await addSite(store, actor(), { place: '恢复', on_date: '2022-03-15', cases: 1, geometry: { type: 'Point', coordinates: inside(1, 1) } })
    await expect(writeBackup(breaking, failing)).rejects.toThrow('cut off')
    expect(readdirSync(failing)).toEqual([])
  })
})

describe('sanqu backup and sanqu restore', () => {
  it('F13: move a database from one to another from the command line', async () => {
    const admin = inject('serverUrl')
    const url = (name: string) => admin.replace('/postgres?', `/${name}?`)
    const names = [`cli_from_${process.pid}`, `cli_to_${process.pid}`]
    const client = new pg.Client({ connectionString: admin })
    await client.connect()
    await client.query(`create database ${names[0]} template sanqu_template`)
    await client.query(`create database ${names[1]}`)
    const home = mkdtempSync(join(tmpdir(), 'sanqu-cli-backup-'))
    const said: string[] = []
    const run = (name: string, ...args: string[]) =>
      runCli(args, { lang: 'en', env: { DATABASE_URL: url(name) }, out: (line) => said.push(line), error: (line) => said.push(line), stderr: process.stderr })
    const store = await connectStore({ databaseUrl: url(names[0]!), dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 })
    await createUser(store, 'tests', { username: 'planner', post: '区划岗', password: 'correct horse battery', roles: ['drafter'], areaCode: null })
    await store.close()
    expect(await run(names[0]!, 'backup', join(home, 'b'))).toBe(0)
    expect(await run(names[1]!, 'restore', join(home, 'b'))).toBe(0)
    expect(said.join('\n')).toMatch(/backed up to .*event 1 .*\n.*restored, the audit chain is whole: .*event 1 /)
    expect(await run(names[0]!, 'restore', join(home, 'b'))).toBe(1)
    expect(said.at(-1)).toMatch(/the database is in use/)
    for (const name of names) await client.query(`drop database ${name} with (force)`)
    await client.end()
    rmSync(home, { recursive: true, force: true })
  })
})
