import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync, closeSync, readSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rootDir } from '../../server/root.ts'
import { connectStore, type Store } from '../../server/store/connect.ts'
import { requireWhole } from '../../server/store/integrity.ts'
import { eventsAfter } from '../../server/store/events.ts'
import { eventually } from './live-fixture.ts'

const PAGE = 8192
const writer = ['--import', 'tsx', join(rootDir, 'tests/support/commit-writer.ts')]
const open = (dataDir: string): Promise<Store> => connectStore({ databaseUrl: null, dataDir, poolSize: 1, statementTimeoutMs: 60_000 })

describe('the data folder of the embedded engine', () => {
  let home: string
  let whole: string
  let eventsFile: string
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'sanqu-folder-'))
    whole = join(home, 'whole')
    const acks = mkdtempSync(join(home, 'acks-'))
    // two processes at once: the second one is refused, the first one goes on (F05)
    const first = spawn(process.execPath, [...writer, whole, acks, '40'], { cwd: rootDir, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise((resolve) => first.once('exit', resolve))
    await eventually(() => readdirSync(acks).length > 0, 100_000)
    await expect(open(whole)).rejects.toMatchObject({ name: 'DataDirInUse' })
    expect(await ended).toBe(0)
    const store = await open(whole)
    const { rows } = await sql<{ path: string }>`select pg_relation_filepath('events') as path`.execute(store.db)
    eventsFile = rows[0]!.path
    await store.close()
  }, 200_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const copy = (name: string) => {
    cpSync(whole, join(home, name), { recursive: true })
    return join(home, name)
  }

  it('F05: is locked while a process has it, and that one loses nothing', async () => {
    const store = await open(whole)
    expect((await eventsAfter(store.db, 0, 100)).map(({ subject }) => subject)).toEqual(Array.from({ length: 40 }, (_, n) => String(n + 1)))
    await requireWhole(store.db)
    await store.close()
  })

  it('F05: is taken over from a holder that is dead, though its number be another’s now', async () => {
    writeFileSync(join(whole, 'sanqu.lock'), `${process.pid} 1`)
    await (await open(whole)).close()
  })

  it('F06: is refused, and left as it is, when its log is cut short or a file of it is missing', async () => {
    const cut = copy('cut')
    const wal = join(cut, 'pgdata/pg_wal')
    const newest = join(wal, readdirSync(wal).filter((name) => /^[0-9A-F]{24}$/.test(name)).sort().at(-1)!)
    truncateSync(newest, 5 * PAGE)
    await expect(open(cut)).rejects.toMatchObject({ name: 'DataDirDamaged', message: expect.stringMatching(/sanqu restore/) as string })
    expect(statSync(newest).size).toBe(5 * PAGE)
    for (const file of ['global/pg_control', 'PG_VERSION']) {
      const missing = copy(`without-${file.replace('/', '-')}`)
      rmSync(join(missing, 'pgdata', file))
      await expect(open(missing)).rejects.toMatchObject({ name: 'DataDirDamaged' })
      expect(readdirSync(join(missing, 'pgdata'))).toContain('base')
    }
  })

  it('F06: is refused when a control file is rubbish', async () => {
    const rubbish = copy('rubbish')
    writeFileSync(join(rubbish, 'pgdata/global/pg_control'), Buffer.alloc(PAGE, 7))
    await expect(open(rubbish)).rejects.toMatchObject({ name: 'DataDirDamaged' })
  })

  it('F06: is not served when a page of a table was zeroed, which PostgreSQL takes for an empty one', async () => {
    const zeroed = copy('zeroed')
    const file = openSync(join(zeroed, 'pgdata', eventsFile), 'r+')
    const page = Buffer.alloc(PAGE)
    expect(readSync(file, page, 0, PAGE, 0)).toBe(PAGE)
    expect(page.some((byte) => byte !== 0)).toBe(true)
    writeSync(file, Buffer.alloc(PAGE), 0, PAGE, 0)
    closeSync(file)
    const store = await open(zeroed)
    await expect(requireWhole(store.db)).rejects.toMatchObject({ name: 'DataNotWhole', message: expect.stringMatching(/events_missing: \d+/) as string })
    await store.close()
  })

  it('F06: opens beside what a dead process left lying', async () => {
    const stale = copy('stale')
    writeFileSync(join(stale, 'pgdata/postmaster.pid'), `${process.pid}\n/tmp\n1\n5432\n\n*\n0 0\nready\n`)
    const store = await open(stale)
    expect(await eventsAfter(store.db, 0, 100)).toHaveLength(40)
    await store.close()
  })

  it('F07: says that a commit is made only after the disk has it', () => {
    const acks = mkdtempSync(join(home, 'acks-'))
    const trace = join(home, 'trace')
    const args = ['-f', '--seccomp-bpf', '-o', trace, '-e', 'trace=fsync,fdatasync,mkdir,mkdirat', process.execPath, ...writer, copy('traced'), acks, '20']
    execFileSync('strace', args, { cwd: rootDir, stdio: 'ignore', timeout: 200_000 })
    const calls = readFileSync(trace, 'utf8').split('\n').flatMap((line) => (/fsync\(|fdatasync\(/.test(line) ? ['sync'] : /ack-\d+/.test(line) ? ['ack'] : []))
    const acknowledged = calls.filter((call) => call === 'ack').length
    expect(acknowledged).toBe(20)
    calls.forEach((call, i) => call === 'ack' && expect(calls[i - 1], `before the answer at call ${i}`).toBe('sync'))
  }, 240_000)
})
