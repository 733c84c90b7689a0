import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { connectStore } from '../../server/store/connect.ts'
import { knownMigrations, migrate } from '../../server/store/migrate.ts'
import { between, pause, rounds } from '../support/rounds.ts'
import { say } from './support/report.ts'
import { serverProcess, SHORT_LIVED } from './support/server-process.ts'

const ROUNDS = rounds(10, 2)
const COLUMNS = `select table_name || '.' || column_name || ' ' || data_type as c from information_schema.columns where table_schema = 'public' order by 1`

it('F46: kill -9 in the middle of an upgrade leaves the old schema or the new one, and the next start goes on from it', async () => {
  const admin = inject('serverUrl')
  const name = `upgrade_${process.pid}`
  const url = admin.replace('/postgres?', `/${name}?`)
  const psql = (text: string) => execFileSync('psql', [admin, '-qc', text])
  const all = knownMigrations()
  const old = all.slice(0, 9)
  const seen = { old: 0, new: 0 }
  const fresh = new pg.Client({ connectionString: admin.replace('/postgres?', '/sanqu_template?') })
  await fresh.connect()
  const wanted = (await fresh.query<{ c: string }>(COLUMNS)).rows
  await fresh.end()
  // what an older version has written; the upgrade reads and keeps it
  const older = `${name}_older`
  const olderUrl = admin.replace('/postgres?', `/${older}?`)
  psql(`create database ${older}`)
  const store = await connectStore({ databaseUrl: olderUrl, dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 })
  await migrate(store.db, old)
  await store.close()
  execFileSync('psql', [olderUrl, '-qc', `insert into datasets (source, title, as_of, synthetic) values ('old', 'old', '2022-01-01', true);
    insert into places (kind, name, geom, source, source_id, as_of)
      select 'school', 'p' || n, ST_SetSRID(ST_Point(109 + n * 1e-5, 34), 4326), 'old', n::text, '2022-01-01' from generate_series(1, 20000) n`])
  for (let round = 0; round < ROUNDS; round++) {
    psql(`create database ${name} template ${older}`)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const server = await serverProcess({ DATABASE_URL: url }, { nodeOptions: SHORT_LIVED })
    const begun = server.start().catch(() => {})
    // migrations begin when the first connection is there
    for (let waited = 0; waited < 400; waited++) {
      const { rows } = await client.query("select from pg_stat_activity where application_name = 'sanqu' and datname = current_database()")
      if (rows.length > 0) break
      await pause(10)
    }
    await pause(between(0, 400))
    await server.kill()
    await begun
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sanqu' and datname = current_database()")
    await pause(100)
    const ran = (await client.query<{ name: string }>('select name from kysely_migration order by name')).rows.map((row) => row.name)
    expect([old, all]).toContainEqual(ran)
    seen[ran.length === old.length ? 'old' : 'new'] += 1
    await server.start()
    expect(await server.stop()).toBe(0)
    expect((await client.query<{ c: string }>(COLUMNS)).rows).toEqual(wanted)
    expect((await client.query('select from places')).rowCount).toBe(20_000)
    await client.end()
    psql(`drop database ${name} with (force)`)
  }
  psql(`drop database ${older} with (force)`)
  say('F46', `${ROUNDS} upgrades killed, ${seen.old} times the old schema was left, ${seen.new} times the new one; every next start upgraded`)
}, 60_000 + ROUNDS * 30_000)
