import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rootDir } from '../../server/root.ts'
import { createServerDatabase } from '../support/databases.ts'

// The build has the packages inside, and may have taken another file of one than Node takes from source: each reader once.

let database: Awaited<ReturnType<typeof createServerDatabase>>
beforeAll(async () => void (database = await createServerDatabase()))
afterAll(() => database.drop())

it.each([
  ['areas', 'tests/golden/import/villages-gbk.shp', /^areas: 2 read, 2 new/m],
  ['areas', 'tests/golden/import/villages-gk.zip', /^areas: 2 read, 0 new/m],
  ['addresses', 'tests/golden/import/addresses-gbk.csv', /^addresses: \d+ read, \d+ new/m],
  ['population', '../shared/data/worldpop-aruba-2020.tif', /^population: 9352 read, 9352 new/m],
  ['osm', '../shared/data/krems.osm.pbf', /^buildings: [1-9]\d* read, [1-9]\d* new/m],
])('the built program imports %s from %s', (what, file, report) => {
  const args = ['import', what, join(rootDir, file), '--as-of', '2026-01-01', '--lang', 'en']
  const { stdout } = spawnSync(process.execPath, [join(rootDir, 'dist/faults/cli.js'), ...args], { env: { ...process.env, DATABASE_URL: database.url }, encoding: 'utf8' })
  expect(stdout).toMatch(report)
})
