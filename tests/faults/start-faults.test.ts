import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectStore } from '../../server/store/connect.ts'
import { createServerDatabase } from '../support/databases.ts'
import { serverProcess, SHORT_LIVED } from './support/server-process.ts'

const MIGRATIONS = 'select name from kysely_migration order by name'

describe('F09: a start that cannot be', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  let client: pg.Client
  let home: string
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'sanqu-start-'))
    database = await createServerDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
    rmSync(home, { recursive: true, force: true })
  })

  /** Starts where it cannot be, and gives what was said; the exit code is 1 and nothing of the inside is shown. */
  async function refusal(env: NodeJS.ProcessEnv, wrapper: readonly string[] = []): Promise<string> {
    const server = await serverProcess({ DATA_DIR: join(home, 'data'), ...env }, { wrapper, nodeOptions: SHORT_LIVED })
    await expect(server.start()).rejects.toThrow('the server ended with 1')
    const said = server.said().trim()
    expect(said).not.toMatch(/^\s+at /m)
    expect(said.split('\n').length).toBeLessThanOrEqual(4)
    return said
  }

  it('F09: for a wrong password of the database', async () => {
    const hba = (await client.query<{ hba_file: string }>('show hba_file')).rows[0]!.hba_file
    const before = readFileSync(hba, 'utf8')
    const role = `locked_${process.pid}`
    await client.query(`create role ${role} login password 'right'`)
    writeFileSync(hba, `local all ${role} scram-sha-256\n${before}`)
    await client.query('select pg_reload_conf()')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const said = await refusal({ DATABASE_URL: database.url.replace('postgres@', `${role}:wrong-password-marker@`) })
    writeFileSync(hba, before)
    await client.query(`select pg_reload_conf(); drop role ${role}`)
    expect(said).toMatch(/password authentication failed/)
    expect(said).not.toContain('wrong-password-marker')
  })

  it('F09: for a database that is away', async () => {
    expect(await refusal({ DATABASE_URL: 'postgresql://sanqu:secret-marker@127.0.0.1:1/sanqu' })).toMatch(/Cannot start: .*ECONNREFUSED/)
  })

  it('F06: for a data folder that it may not read, and leaves it as it is', async () => {
    const dataDir = join(home, 'locked')
    const store = await connectStore({ databaseUrl: null, dataDir, poolSize: 1, statementTimeoutMs: 60_000 })
    await store.close()
    const names = readdirSync(join(dataDir, 'pgdata'))
    chmodSync(home, 0o755)
    // root may read everything: the program runs as somebody else
    const other = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
    chmodSync(join(dataDir, 'pgdata'), 0)
    if (other.length > 0) execFileSync('chown', ['65534:65534', dataDir, join(dataDir, 'pgdata')])
    const said = await refusal({ DATA_DIR: dataDir }, other)
    chmodSync(join(dataDir, 'pgdata'), 0o700)
    expect(said).toMatch(/Cannot start: .*EACCES.*pgdata/)
    expect(readdirSync(join(dataDir, 'pgdata'))).toEqual(names)
  })

  it('F12: for a disk that takes no writes, which is not called damage', async () => {
    const dataDir = join(home, 'refused')
    const store = await connectStore({ databaseUrl: null, dataDir, poolSize: 1, statementTimeoutMs: 60_000 })
    await store.close()
    const said = await refusal({ DATA_DIR: dataDir }, ['fiu-run', '-x', '-c', 'enable name=posix/io/rw/pwrite'])
    expect(said).toMatch(/The data folder \S+ cannot be read or written \(could not write .*\): look at the disk/)
    expect(said).not.toContain('sanqu restore')
    const after = await serverProcess({ DATA_DIR: dataDir })
    await after.start()
    expect(await after.stop()).toBe(0)
  })

  it('F09: for a port in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => blocker.once('listening', resolve))
    const { port } = blocker.address() as { port: number }
    expect(await refusal({ DATABASE_URL: database.url, PORT: String(port) })).toMatch(/^(.*fsync=off.*\n){2}.*Cannot start: .*EADDRINUSE.*$/)
    blocker.close()
  })

  it('F09: for settings that cannot be used, all at once', async () => {
    const said = await refusal({ PORT: 'no', POOL_SIZE: '0', DATABASE_URL: 'mysql://secret-marker' })
    for (const name of ['PORT', 'POOL_SIZE', 'DATABASE_URL']) expect(said).toContain(`${name}=`)
    expect(said).not.toContain('secret-marker')
  })

  it('F09: for a schema that is newer than the program, without touching it', async () => {
    await client.query("insert into kysely_migration (name, timestamp) values ('9999_later', '2030-01-01')")
    const { rows } = await client.query(MIGRATIONS)
    expect(await refusal({ DATABASE_URL: database.url })).toMatch(/Cannot start: .*newer version \(9999_later\)/)
    expect((await client.query(MIGRATIONS)).rows).toEqual(rows)
    await client.query("delete from kysely_migration where name = '9999_later'")
  })

  it('F09, F46: for a migration that fails midway, which leaves nothing behind', async () => {
    const name = `half_${process.pid}`
    const admin = inject('serverUrl')
    execFileSync('psql', [admin, '-qc', `create database ${name}`])
    const url = admin.replace('/postgres?', `/${name}?`)
    // a table in the way of a later migration: the earlier ones have run by then
    execFileSync('psql', [url, '-qc', 'create table gate_signatures (x int)'])
    expect(await refusal({ DATABASE_URL: url })).toMatch(/Cannot start: migration 0013_gate_signatures: .*gate_signatures/)
    const tables = execFileSync('psql', [url, '-Atc', "select count(*) from pg_class where relname in ('zones', 'events', 'users')"], { encoding: 'utf8' })
    expect(tables.trim()).toBe('0')
    execFileSync('psql', [admin, '-qc', `drop database ${name}`])
  })
})
