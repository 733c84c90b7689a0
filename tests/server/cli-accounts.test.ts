import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../server/cli/run-cli.ts'
import { connectStore, type Store } from '../../server/store/connect.ts'
import { createServerDatabase } from '../support/databases.ts'
import { publish } from './live-fixture.ts'
import { loadCounty, TOWNSHIPS, units, village } from './zones-fixture.ts'

const OIDC = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'sanqu', OIDC_CLIENT_SECRET: 'secret-marker' }

describe('accounts, keys and the audit log on the command line', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  let store: Store
  let home: string
  let zone: string
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'sanqu-cli-'))
    database = await createServerDatabase()
    store = await connectStore({ databaseUrl: database.url, dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 })
    await loadCounty(store)
    zone = await publish(store, 'sealed', units(village(0, 1, 1)))
  })
  afterAll(async () => {
    await store.close()
    await database.drop()
    rmSync(home, { recursive: true, force: true })
  })

  /** Runs a command; gives its exit code and everything that it said. */
  async function run(command: string, env: NodeJS.ProcessEnv = {}, lang: 'zh' | 'en' = 'en') {
    const said: string[] = []
    const line = (text: string) => void said.push(text)
    const code = await runCli(command.split(' '), { lang, env: { DATABASE_URL: database.url, ...env }, out: line, error: line, stderr: process.stderr })
    return { code, said: said.join('\n') }
  }

  it('makes a user with a password that is shown once and is to be changed, and changes, disables and lists', async () => {
    const added = await run(`user add planner --post 区划岗 --roles drafter,publisher --area ${TOWNSHIPS[0]}`)
    expect(added).toMatchObject({ code: 0, said: expect.stringMatching(/^password of planner \(shown only once\): \S{20,}$/) as string })
    expect((await run('user list')).said).toBe(`planner  区划岗  drafter,publisher  ${TOWNSHIPS[0]}`)
    const row = () => store.db.selectFrom('users').selectAll().where('username', '=', 'planner').executeTakeFirstOrThrow()
    expect(await row()).toMatchObject({ one_time_password: true, disabled_at: null })
    expect((await run('user add planner --post x --roles viewer')).code).toBe(1)
    expect((await run('user add other --post x --roles king')).code).toBe(2)
    expect((await run('user add other --post x --roles viewer --area 1')).code).toBe(1)
    expect((await run('user roles planner --roles reviewer --area *')).said).toBe('planner  区划岗  reviewer  *')
    const before = (await row()).password_hash
    expect((await run('user password planner', {}, 'zh')).said).toMatch(/^planner 的密码（只显示这一次）：\S{20,}$/)
    expect((await row()).password_hash).not.toBe(before)
    expect((await run('user disable planner')).said).toBe('planner is disabled')
    expect((await row()).disabled_at).not.toBeNull()
    expect((await run('user enable planner')).code).toBe(0)
    expect((await run('user sign-out planner')).code).toBe(0)
    expect((await run('user sign-out nobody')).code).toBe(1)
    expect((await run('user dance planner')).code).toBe(2)
  })

  it('links a subject only where a single sign-on is set up, and refuses half its settings', async () => {
    expect(await run('user link planner subject-1')).toMatchObject({ code: 2, said: expect.stringContaining('OIDC_ISSUER is not set') as string })
    expect((await run('user link planner', OIDC)).code).toBe(2)
    expect((await run('user link planner subject-1', OIDC)).code).toBe(0)
    const linked = () => store.db.selectFrom('users').select(['oidc_issuer', 'oidc_subject']).where('username', '=', 'planner').executeTakeFirstOrThrow()
    expect(await linked()).toEqual({ oidc_issuer: 'https://login.example', oidc_subject: 'subject-1' })
    await run('user unlink planner', OIDC)
    expect(await linked()).toEqual({ oidc_issuer: null, oidc_subject: null })
    for (const half of [{ OIDC_ISSUER: OIDC.OIDC_ISSUER }, { ...OIDC, OIDC_ISSUER: 'http://login.example' }, { OIDC_CLIENT_SECRET: 'secret-marker' }]) {
      const refused = await run('user list', half)
      expect(refused.code).toBe(1)
      expect(refused.said).toMatch(/OIDC_/)
      expect(refused.said).not.toContain('secret-marker')
    }
  })

  it('makes a key, shows it once, lists and revokes it', async () => {
    const added = await run('key add 健康上报 --scopes read --until 2099-01-31')
    expect(added.code).toBe(0)
    const token = /the key \(shown only once\): (sq_\S+)/.exec(added.said)![1]!
    const listed = await run('key list')
    expect(listed.said).toContain(`${token.slice(0, 11)}…  健康上报  read  *  never used`)
    expect(listed.said).not.toContain(token)
    const id = listed.said.split(' ')[0]!
    expect((await run(`key revoke ${id}`)).said).toMatch(/revoked$/)
    expect((await run('key revoke 999')).code).toBe(1)
    expect((await run('key add x --scopes publish')).code).toBe(2)
    expect((await run('key add x --scopes read --until soon')).code).toBe(2)
    expect((await run('key add x')).code).toBe(2)
  })

  it('exports a log that verifies, and finds what was changed in it, in the database and in a published version', async () => {
    const exported = await run('audit export')
    const file = join(home, 'log.ndjson')
    writeFileSync(file, `${exported.said}\n`)
    const whole = await run(`audit verify ${file}`)
    expect(whole.said).toMatch(/^the chain is whole: \d+ events, ending in \d+:[0-9a-f]{64}$/)
    const anchor = /(\d+:[0-9a-f]{64})$/.exec(whole.said)![1]!
    const verified = await run(`audit verify --anchor ${anchor}`)
    expect(verified).toMatchObject({ code: 0, said: expect.stringContaining('1 published versions are what their hashes say') as string })
    writeFileSync(file, exported.said.replace('区划岗 planner', '区划岗 nobody'))
    expect(await run(`audit verify ${file}`)).toMatchObject({ code: 1, said: expect.stringMatching(/event \d+ was changed/) as string })
    expect((await run(`audit verify --anchor ${anchor.split(':')[0]}:${'0'.repeat(64)}`)).said).toMatch(/has another hash than the anchor/)
    expect((await run('audit verify --anchor x')).code).toBe(2)
    // F47: an administrator of the database moves a zone that is in force
    await sql`alter table zone_versions disable trigger user`.execute(store.db)
    await sql`update zone_versions set geom = ST_Translate(geom, 0.001, 0) where zone_id = ${zone}`.execute(store.db)
    expect(await run('audit verify')).toMatchObject({ code: 1, said: expect.stringContaining(`version 1 of ${zone} is not what was published`) as string })
  })
})
