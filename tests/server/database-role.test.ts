import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { runImport } from '../../server/domain/imports.ts'
import { createUser } from '../../server/domain/users.ts'
import { createFaultList } from '../../server/import/fault-list.ts'
import { rootDir } from '../../server/root.ts'
import { connectStore, type Store } from '../../server/store/connect.ts'
import { migrate } from '../../server/store/migrate.ts'
import { createServerDatabase } from '../support/databases.ts'
import { lift } from './live-fixture.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, content, loadCounty, units, village, zoneDepsOf } from './zones-fixture.ts'

describe('the role that the program has on a server', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  let store: Store
  const settings = { dataDir: '', poolSize: 2, statementTimeoutMs: 60_000 }
  beforeAll(async () => {
    database = await createServerDatabase()
    const owner = await connectStore({ ...settings, databaseUrl: database.url })
    await loadCounty(owner)
    await owner.close()
    for (let run = 0; run < 2; run++) execFileSync('psql', [database.url, '-q', '-f', join(rootDir, 'sql', 'roles.sql')], { stdio: ['ignore', 'ignore', 'pipe'] })
    store = await connectStore({ ...settings, databaseUrl: database.url.replace('postgres@', 'sanqu_app@') })
  })
  afterAll(async () => {
    await store.close()
    await database.drop()
  })

  it('is enough for all that the program does', async () => {
    expect(await migrate(store.db)).toEqual([])
    const { zone_id: id } = await createZone(zoneDepsOf(store), actor(), { kind: 'sealed', content: content(units(village(0, 1, 1))) })
    await publishApproved(zoneDepsOf(store), id, 1)
    await lift(store, id, 1)
    await createUser(store, 'tests', { username: 'role', post: 'x', password: 'long enough for that', roles: [], areaCode: null })
    async function* none() {}
    const dataset = { source: 'role', title: 'x', titleEn: null, licence: null, crs: 'wgs84' as const, asOf: '2022-01-01', synthetic: true }
    await runImport(store, { dataset, records: none(), faults: createFaultList(), strict: true, actor: 'x', file: 'x' })
  })

  it.each([
    'update events set actor = actor', 'delete from events', 'truncate events', 'alter table events disable trigger all', 'drop table events',
    'update zone_versions set name = name', 'delete from zone_versions', 'truncate zone_versions cascade', 'delete from zone_periods', 'truncate zone_periods',
    'delete from event_head', 'delete from users', 'drop trigger stays_in_area on zone_drafts', 'create table mine (x int)', 'set session_replication_role = replica',
    "update kysely_migration set name = 'x'",
  ])('F47: may not %s', async (statement) => {
    await expect(sql.raw(statement).execute(store.db)).rejects.toMatchObject({ code: '42501' })
  })
})
