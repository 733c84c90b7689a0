import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runImport, type ImportReport } from '../../server/domain/imports.ts'
import { addFault, createFaultList } from '../../server/import/fault-list.ts'
import { openImport } from '../../server/import/open-import.ts'
import { rootDir } from '../../server/root.ts'
import type { Store } from '../../server/store/connect.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'

const data = join(rootDir, '..', 'shared', 'data')
const file = (name: string) => {
  const path = join(data, name)
  if (!existsSync(path)) throw new Error(`${path} is missing: see SOURCES.md there`)
  return path
}

/** Objects of one type that osmium's tag filter finds, without what they refer to. */
function osmium(name: string, type: 'n' | 'w' | 'r', ...filters: string[]): number {
  const opl = execFileSync('osmium', ['tags-filter', '-R', '-f', 'opl', file(name), ...filters], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return opl.split('\n').filter((line) => line.startsWith(type)).length
}

async function importOsm(store: Store, name: string, strict = false): Promise<ImportReport> {
  const faults = createFaultList()
  const context = {
    fault: (fault: Parameters<typeof addFault>[1]) => addFault(faults, fault),
    note: () => {},
    progress: () => {},
  }
  const { records, asOfFrom: _, ...dataset } = await openImport({ what: 'osm', file: file(name) }, context)
  const whole = { ...dataset, titleEn: null, synthetic: false }
  return runImport(store, { dataset: whole, records, faults, strict, actor: 'test', file: name })
}

const count = async (store: Store, table: string, where = 'true') =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(store.db))
    .rows[0]?.n

describe.each(ENGINES)('OSM extracts on %s', (engine) => {
  let store: Store
  let report: ImportReport
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    report = await importOsm(store, 'krems.osm.pbf')
  })
  afterAll(() => store.close())

  it('brings in as many roads, buildings and addresses as osmium counts in Krems', async () => {
    expect(await count(store, 'roads', `class not in ('rail', 'ferry')`)).toBe(
      osmium('krems.osm.pbf', 'w', 'w/highway'),
    )
    const rails = osmium('krems.osm.pbf', 'w', 'w/railway=rail,light_rail,subway,tram,narrow_gauge,monorail,funicular')
    expect(await count(store, 'roads', `class = 'rail'`)).toBe(rails)
    expect(await count(store, 'buildings')).toBe(
      osmium('krems.osm.pbf', 'w', 'w/building') + osmium('krems.osm.pbf', 'r', 'r/building'),
    )
    const numbers =
      osmium('krems.osm.pbf', 'n', 'n/addr:housenumber') + osmium('krems.osm.pbf', 'w', 'w/addr:housenumber')
    expect(await count(store, 'addresses')).toBe(numbers)
    expect([
      await count(store, 'roads', `class not in ('rail', 'ferry')`),
      await count(store, 'buildings'),
      numbers,
    ]).toEqual([838, 1195, 324])
  })

  it('leaves incomplete boundaries out by name and place, and takes the extent as the district', async () => {
    expect(report.faults.kept.map(({ reason, sourceId }) => [reason, sourceId])).toContainEqual([
      'incomplete',
      'r2135920',
    ])
    expect(report.faults.kept.every(({ place }) => place !== undefined)).toBe(true)
    expect(report.faults.total).toBe(7)
    expect(await count(store, 'areas', `level = 'county'`)).toBe(1)
  })

  it('puts addresses into their buildings and everything inside into the district', async () => {
    expect(await count(store, 'addresses', `building_id is not null`)).toBeGreaterThan(241)
    expect(await count(store, 'places', 'area_code is not null')).toBeGreaterThan(80)
    expect(await count(store, 'water', `kind = 'river' and name = 'Donau' and ST_Dimension(geom) = 2`)).toBe(1)
  })

  it('writes one event, and nothing at all the second time', async () => {
    expect(report.changed).toBe(true)
    expect(await count(store, 'events', `noun = 'imports' and verb = 'imported' and subject = 'osm'`)).toBe(1)
    const again = await importOsm(store, 'krems.osm.pbf')
    expect(again.changed).toBe(false)
    expect(
      Object.values(again.counts).every(({ read, inserted, updated }) => read > 0 && inserted + updated === 0),
    ).toBe(true)
    expect(await count(store, 'events')).toBe(1)
  })

  it('adds Monaco to the same dataset: multipolygon buildings, quarters, and highways but those proposed', async () => {
    const before = { roads: await count(store, 'roads'), buildings: await count(store, 'buildings') }
    const monaco = await importOsm(store, 'monaco-latest.osm.pbf')
    const highways =
      osmium('monaco-latest.osm.pbf', 'w', 'w/highway') - osmium('monaco-latest.osm.pbf', 'w', 'w/highway=proposed')
    expect(monaco.counts.roads?.inserted).toBe(highways + 13 + osmium('monaco-latest.osm.pbf', 'w', 'w/route=ferry'))
    const objects = (...filters: string[]) =>
      osmium('monaco-latest.osm.pbf', 'n', ...filters) +
      osmium('monaco-latest.osm.pbf', 'w', ...filters) +
      osmium('monaco-latest.osm.pbf', 'r', ...filters)
    expect(monaco.counts.buildings?.inserted).toBe(objects('wr/building') - objects('wr/building=no'))
    expect(monaco.counts.addresses?.inserted).toBe(objects('nwr/addr:housenumber', 'nwr/addr:housename'))
    expect(monaco.counts.areas?.inserted).toBe(7)
    expect(await count(store, 'areas', `code like '9000%' and parent_code is not null`)).toBe(6)
    expect(await count(store, 'buildings', 'ST_NumInteriorRings(ST_GeometryN(geom, 1)) > 0')).toBeGreaterThan(12)
    expect((await count(store, 'roads'))! - before.roads!).toBe(monaco.counts.roads?.inserted)
    expect(monaco.asOf).toBe('2019-09-30')
  })

  it('refuses everything when strict', async () => {
    const rows = await count(store, 'areas')
    await expect(importOsm(store, 'krems.osm.pbf', true)).rejects.toMatchObject({ code: 'faults_in_strict' })
    expect(await count(store, 'areas')).toBe(rows)
  })
})
