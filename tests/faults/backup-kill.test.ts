import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { MANIFEST } from '../../server/backup/manifest.ts'
import { rootDir } from '../../server/root.ts'
import { connectStore } from '../../server/store/connect.ts'
import { createServerDatabase } from '../support/databases.ts'
import { between, pause, rounds } from '../support/rounds.ts'
import { prepare } from './support/planner-user.ts'
import { say } from './support/report.ts'

const ROUNDS = rounds(20, 2)
const cli = join(rootDir, 'dist/faults/cli.js')

it('F13: kill -9 of a backup under way: what it left is refused, and the next backup and its restore are whole', async () => {
  const [from, to] = [await createServerDatabase(), await createServerDatabase()]
  const store = await connectStore({ databaseUrl: from.url, dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 })
  await prepare(store)
  await sql`insert into places (kind, name, geom, source, source_id, as_of)
    select 'school', 'p' || n, ST_SetSRID(ST_Point(109 + n * 1e-6, 34), 4326), 'test', n::text, '2022-01-01' from generate_series(1, 100000) n`.execute(store.db)
  await store.close()
  const home = mkdtempSync(join(tmpdir(), 'sanqu-half-'))
  const run = (url: string, ...args: string[]) =>
    spawnSync(process.execPath, [cli, ...args, '--lang', 'en'], { cwd: rootDir, env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' })
  let half = 0
  for (let round = 0; round < ROUNDS; round++) {
    const folder = join(home, `killed-${round}`)
    const backup = spawn(process.execPath, [cli, 'backup', folder], { cwd: rootDir, env: { ...process.env, DATABASE_URL: from.url }, stdio: 'ignore' })
    const ended = new Promise((resolve) => backup.once('exit', resolve))
    while (backup.exitCode === null && (!existsSync(folder) || readdirSync(folder).length === 0)) await pause(5)
    await pause(between(0, 300))
    backup.kill('SIGKILL')
    await ended
    if (existsSync(join(folder, MANIFEST))) continue // it was done before
    half += 1
    const restored = run(to.url, 'restore', folder)
    expect(restored.status).toBe(1)
    expect(restored.stderr + restored.stdout).toMatch(/the backup was never finished and cannot be used/)
  }
  expect(half).toBeGreaterThan(0)
  expect(run(from.url, 'backup', join(home, 'whole')).status).toBe(0)
  const restored = run(to.url, 'restore', join(home, 'whole'))
  expect(restored.stdout + restored.stderr).toMatch(/restored, the audit chain is whole/)
  say('F13', `${ROUNDS} backups killed, ${half} of them half: each refused; the next one restored whole`)
  await from.drop()
  await to.drop()
  rmSync(home, { recursive: true, force: true })
}, 60_000 + ROUNDS * 20_000)
