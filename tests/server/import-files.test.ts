import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import { importFaultLine } from '../../server/cli/import-fault-text.ts'
import { changeCheckpoint, requireCheckpoint } from '../../server/domain/checkpoints.ts'
import { runImport, type ImportReport } from '../../server/domain/imports.ts'
import type { Spread } from '../../server/domain/spread-total.ts'
import { checkpointTag } from '../../server/domain/version-tag.ts'
import { addFault, createFaultList } from '../../server/import/fault-list.ts'
import type { FileNoun } from '../../server/import/nouns/noun-specs.ts'
import { openImport } from '../../server/import/open-import.ts'
import type { ImportRecord } from '../../server/import/record.ts'
import { rootDir } from '../../server/root.ts'
import type { Store } from '../../server/store/connect.ts'
import { actor } from './zones-fixture.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanqu-import-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const golden = (name: string) => join(rootDir, 'tests', 'golden', 'import', name)
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const square = (west: number, south: number, size: number) =>
  `"POLYGON((${west} ${south},${west + size} ${south},${west + size} ${south + size},${west} ${south + size},${west} ${south}))"`

describe.each(ENGINES)('imports of files on %s', (engine) => {
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase(engine)
  })
  afterAll(() => store.close())

  async function take(
    what: FileNoun,
    file: string,
    options: { strict?: boolean; source?: string; spread?: Spread } = {},
  ): Promise<ImportReport> {
    const faults = createFaultList()
    const context = {
      fault: (fault: Parameters<typeof addFault>[1]) => addFault(faults, fault),
      note: () => {},
      progress: () => {},
    }
    const source = options.source === undefined ? {} : { source: options.source }
    const {
      records,
      asOfFrom: _,
      ...dataset
    } = await openImport({ what, file, asOf: '2026-01-31', ...source }, context)
    const { strict = false, spread } = options
    const whole = { ...dataset, titleEn: null, synthetic: false }
    return runImport(store, {
      dataset: whole,
      records,
      faults,
      strict,
      actor: 'test',
      file,
      ...(spread === undefined ? {} : { spread }),
    })
  }

  async function takeBuildings(
    source: string,
    rows: [id: string, west: number, size: number, levels: number | null, use: string | null][],
  ): Promise<void> {
    const dataset = {
      source,
      title: source,
      titleEn: null,
      licence: null,
      crs: 'wgs84' as const,
      asOf: '2026-01-31',
      synthetic: false,
    }
    async function* records(): AsyncGenerator<ImportRecord> {
      for (const [number, [sourceId, west, size, levels, use]] of rows.entries()) {
        const ring = [
          [west, 34],
          [west + size, 34],
          [west + size, 34 + size],
          [west, 34 + size],
          [west, 34],
        ]
        yield {
          noun: 'buildings',
          number,
          sourceId,
          geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
          fields: { levels, use, name: null, name_en: null, area_code: null },
        }
      }
    }
    await runImport(store, {
      dataset,
      records: records(),
      faults: createFaultList(),
      strict: true,
      actor: 'test',
      file: '',
    })
  }

  const rows = async <T>(text: string) => (await sql<T>`${sql.raw(text)}`.execute(store.db)).rows
  const events = async () =>
    (await rows<{ n: number }>(`select count(*) as n from events where noun = 'imports'`))[0]?.n

  it('areas: takes the good, lists the bad, finds parents whatever their order, and then has nothing to do', async () => {
    const file = written(
      'areas.csv',
      [
        'code,name,level,parent_code,wkt',
        `990101001001,东村,村,990101001000,${square(109.1, 34.1, 0.1)}`,
        `990101001000,镇,乡镇,,${square(109, 34, 0.5)}`,
        `990101000000,县,县,990900000000,${square(108.9, 33.9, 1)}`,
        `990101001002,蝴蝶村,村,990101001000,"POLYGON((1 1,2 2,2 1,1 2,1 1))"`,
      ].join('\n'),
    )
    const report = await take('areas', file)
    expect(report.counts.areas).toEqual({ read: 3, inserted: 3, updated: 0 })
    expect(report.faults.kept.map(({ reason, number, sourceId }) => [reason, number, sourceId])).toEqual([
      ['bad_geometry', 4, '990101001002'],
      ['parent_unknown', 0, '990101000000'],
    ])
    expect(await rows(`select code, parent_code from areas order by code`)).toEqual([
      { code: '990101000000', parent_code: null },
      { code: '990101001000', parent_code: '990101000000' },
      { code: '990101001001', parent_code: '990101001000' },
    ])
    const before = await events()
    expect(await take('areas', file)).toMatchObject({ changed: false, counts: { areas: { inserted: 0, updated: 0 } } })
    expect(await events()).toBe(before)
  })

  it('strict: one fault, and neither row nor dataset nor event stays', async () => {
    const before = await events()
    await expect(take('areas', golden('villages.geojson'), { strict: true })).rejects.toMatchObject({
      code: 'faults_in_strict',
    })
    expect(await rows(`select source from datasets where source = 'villages'`)).toEqual([])
    expect(await events()).toBe(before)
  })

  it('a code that another dataset holds is named, the others go in', async () => {
    const file = written(
      'more.csv',
      [
        'code,name,level,wkt',
        `990101001003,西村,村,${square(109.2, 34.2, 0.1)}`,
        `990101001001,又一个东村,村,${square(109.1, 34.1, 0.1)}`,
        `990101001004,南村,村,${square(109.3, 34.3, 0.1)}`,
      ].join('\n'),
    )
    const report = await take('areas', file)
    expect(report.counts.areas?.inserted).toBe(2)
    expect(report.faults.kept).toMatchObject([{ reason: 'code_taken', number: 2, sourceId: '990101001001' }])
  })

  it('addresses: text that no database can hold is cleaned, areas and buildings are found by place', async () => {
    await takeBuildings('houses', [['h1', 109.15, 0.001, 6, null]])
    const file = written(
      'addresses.ndjson',
      [
        { id: 1, properties: { text: '东村\u00001号', area: '' }, at: [109.1505, 34.0005] },
        { id: 2, properties: { text: '\ud800东村2号', building: 'h1' }, at: [109.19, 34.19] },
        { id: 3, properties: { text: '很远' }, at: [10, 10] },
      ]
        .map(({ id, properties, at }) =>
          JSON.stringify({ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates: at } }),
        )
        .join('\n'),
    )
    const report = await take('addresses', file)
    expect(report.faults.total).toBe(0)
    expect(
      await rows(`select text, area_code, building_id is not null as housed from addresses order by source_id`),
    ).toEqual([
      { text: '东村1号', area_code: '990101001000', housed: true },
      { text: '东村2号', area_code: '990101001001', housed: false },
      { text: '很远', area_code: null, housed: false },
    ])
    expect((await take('addresses', file)).changed).toBe(false)
  })

  it('closures and natural barriers come in with how people get out; a closure without it is refused by number', async () => {
    const file = written('closures.csv', 'id,name,级别,类型,疏散,疏散英文,lng,lat\nk1,北口,小区,硬隔离,由东门疏散,Out by the east gate,109.15,34.15\nk2,河岸,村,天然屏障,,,109.16,34.15\nk3,南口,小区,硬隔离,,,109.17,34.15\nk4,西口,村,,,,109.18,34.15\n')
    const report = await take('checkpoints', file)
    expect(report.faults).toMatchObject({ total: 1 })
    expect(await rows(`select source_id, kind, egress from checkpoints where source = 'closures' order by 1`)).toEqual([
      { source_id: 'k1', kind: 'closure', egress: { zh: '由东门疏散', en: 'Out by the east gate' } },
      { source_id: 'k2', kind: 'natural', egress: null }, { source_id: 'k4', kind: 'gate', egress: null },
    ])
    expect((await take('checkpoints', file)).changed).toBe(false)
  })

  it('a file without a column leaves a checkpoint as posts have made it, and says what it says', async () => {
    const bare = written('kept.csv', 'id,name,tier,lng,lat\nk1,东门,小区,109.15,34.15\nk2,西门,村,109.16,34.15\n')
    await take('checkpoints', bare)
    const found = await sql<{ id: number }>`select id from checkpoints where source = 'kept' order by source_id`.execute(store.db)
    const card = { zh: '出示通行证', en: 'Show the pass' }
    const closure: CheckpointContent = {
      name: '东门', tier: 'compound', state: 'staffed', green_lane: true, rule_card: { asks: [card] }, kind: 'closure',
      egress: { zh: '由西门疏散', en: 'Out by the west gate' }, geometry: { type: 'Point', coordinates: [109.15, 34.15] },
    }
    const now = await requireCheckpoint(store.db, found.rows[0]!.id)
    await changeCheckpoint(store, actor(), now.id, checkpointTag(now), closure)
    const stored = () => rows(`select source_id, kind, state, green_lane, rule_card, egress from checkpoints where source = 'kept' order by 1`)
    const { name: _, tier: __, geometry: ___, ...made } = closure
    const fresh = { source_id: 'k2', kind: 'gate', state: 'planned', green_lane: false, rule_card: { asks: [] }, egress: null }
    expect(await stored()).toEqual([{ source_id: 'k1', ...made }, fresh])
    // the first may give the checkpoint the area that the change left out
    await take('checkpoints', bare)
    expect(await stored()).toEqual([{ source_id: 'k1', ...made }, fresh])
    expect((await take('checkpoints', bare)).changed).toBe(false)
    await take('checkpoints', written('kept.csv', 'id,name,tier,类型,lng,lat\nk1,东门,小区,卡口,109.15,34.15\n'))
    expect(await stored()).toEqual([{ source_id: 'k1', ...made, kind: 'gate', egress: null }, fresh])
  })

  it('words with personal data in them are refused by number with the place marked, whatever may show them; the others go in', async () => {
    const gates = written('words.csv', 'id,name,级别,lng,lat\nw1,东口,小区,109.15,34.15\nw2,西口 电话13812345678,小区,109.16,34.15\nw3,南口 豫A12345,小区,109.17,34.15\n')
    const found = async (what: FileNoun, file: string) => {
      const { faults } = await take(what, file)
      return faults.kept.map((fault) => [fault.number, fault.reason, importFaultLine(fault, 'zh')])
    }
    const line = (number: number, id: string, text: string) =>
      [number, 'personal_data', `第 ${number} 个 [${id}]  personal_data  文字中有证件号码、电话号码或车牌：${text}。请删去后再导入。`]
    expect(await found('checkpoints', gates)).toEqual([line(2, 'w2', '13812345678'), line(3, 'w3', '豫A12345')])
    expect(await rows(`select name from checkpoints where source = 'words'`)).toEqual([{ name: '东口' }])
    const places = written('clinics.csv', 'id,name,kind,lng,lat\nc1,卫生院 联系13812345678,school,109.15,34.15\nc2,卫生院,school,109.16,34.15\n')
    expect(await found('places', places)).toEqual([line(1, 'c1', '13812345678')])
    expect(await rows(`select name from places where source = 'clinics'`)).toEqual([{ name: '卫生院' }])
  })

  it('only what differs is updated, with one event that says how much', async () => {
    const csv = (state: string) =>
      `id,name,tier,state,lng,lat\nc1,东门,小区,${state},109.15,34.15\nc2,西门,村,在岗,109.16,34.15\n`
    await take('checkpoints', written('gates.csv', csv('计划')))
    const report = await take('checkpoints', written('gates.csv', csv('撤销')))
    expect(report.counts.checkpoints).toEqual({ read: 2, inserted: 0, updated: 1 })
    expect(await rows(`select source_id, state, version from checkpoints where source = 'gates' order by 1`)).toEqual([
      { source_id: 'c1', state: 'withdrawn', version: 2 },
      { source_id: 'c2', state: 'staffed', version: 1 },
    ])
    const [last] = await rows<{ subject: string; payload: { counts: unknown; faults: number } }>(
      `select subject, payload from events order by seq desc limit 1`,
    )
    expect(last).toMatchObject({ subject: 'gates', payload: { counts: report.counts, faults: 0 } })
  })

  it('posts of gates in their form alone, of gates alone, and kept where a file does not name them', async () => {
    const posts = (assigned: number) => ({ shifts: { needed: 3, assigned: 3 }, posts: [{ duty: 'documents', needed: 2, assigned }] })
    const gate = (id: string, staffing?: object, kind = '卡口') =>
      JSON.stringify({ type: 'Feature', id, properties: { name: id, tier: '村', kind, ...(staffing && { staffing }) }, geometry: { type: 'Point', coordinates: [109.15, 34.15] } })
    const report = await take('checkpoints', written('posts.ndjson', [gate('p1', posts(1)), gate('p2', { posts: 3 })].join('\n')))
    expect(report.faults.kept.map(({ number, reason }) => [number, reason])).toEqual([[2, 'unknown_value']])
    await take('checkpoints', written('posts.ndjson', gate('p1')))
    const stored = () => rows(`select staffing from checkpoints where source_id = 'p1'`)
    expect(await stored()).toEqual([{ staffing: posts(1) }])
    const refused = await take('checkpoints', written('posts.ndjson', [gate('p1', undefined, '天然屏障'), gate('p3', posts(2), '天然屏障'), gate('p4', undefined, '天然屏障')].join('\n')))
    expect(refused.faults.kept.map(({ number, reason }) => [number, reason])).toEqual([[1, 'only_gates_are_staffed'], [2, 'only_gates_are_staffed']])
    expect(await stored()).toEqual([{ staffing: posts(1) }])
  })

  it('people: by polygon, by point in a building, and nobody where there is no building', async () => {
    const file = written(
      'people.csv',
      `id,人口,户数,wkt\np1,1200,400,${square(109.1, 34.1, 0.05)}\np2,30,,POINT(109.1505 34.0005)\np3,5,,POINT(1 1)\n`,
    )
    const report = await take('population', file)
    expect(
      await rows(
        `select source_id, basis, method, people, households, building_id is null as ground from population order by 1`,
      ),
    ).toEqual([
      { source_id: 'p1', basis: 'area', method: 'area', people: 1200, households: 400, ground: true },
      { source_id: 'p2', basis: 'building', method: 'counted', people: 30, households: null, ground: false },
    ])
    expect(report.faults.kept).toMatchObject([{ reason: 'no_building', sourceId: 'p3', place: [1, 1] }])
  })

  it('a total is spread by footprint × floors over buildings where people may live', async () => {
    await takeBuildings('spread', [
      ['flat', 110, 0.001, 6, 'apartments'],
      ['house', 110.1, 0.001, null, null],
      ['church', 110.2, 0.001, 1, 'church'],
    ])
    const nothing = written(
      'nothing.ndjson',
      JSON.stringify({
        type: 'Feature',
        id: 1,
        properties: { name: 'x', kind: 'school' },
        geometry: { type: 'Point', coordinates: [110, 34] },
      }),
    )
    const spread = { total: 700, buildingsOf: 'spread', areaCode: null }
    const report = await take('places', nothing, { source: 'town', spread })
    expect(report.spread).toMatchObject({ source: 'town-total', buildings: 2, floorsUnknown: 1, alreadyCounted: 0 })
    const shares = await rows<{ source_id: string; people: number; method: string }>(
      `select source_id, people, method from population where source = 'town-total' order by 1`,
    )
    expect(shares.map(({ source_id, people, method }) => [source_id, Math.round(people), method])).toEqual([
      ['spread:flat', 600, 'dasymetric'],
      ['spread:house', 100, 'dasymetric'],
    ])
    expect((await take('places', nothing, { source: 'town', spread })).changed).toBe(false)
    await expect(
      take('places', nothing, { source: 'town', spread: { ...spread, areaCode: '111111111111' } }),
    ).rejects.toMatchObject({ code: 'area_unknown' })
    await expect(
      take('places', nothing, { source: 'town', spread: { ...spread, total: Number.NaN } }),
    ).rejects.toMatchObject({ code: 'total_bad' })
  })

  it('the raster of Aruba comes out at its sum', async () => {
    const report = await take('population', join(rootDir, '..', 'shared', 'data', 'worldpop-aruba-2020.tif'))
    expect(report.counts.population).toEqual({ read: 9352, inserted: 9352, updated: 0 })
    const [found] = await rows<{ people: number; valid: boolean }>(
      `select sum(people) as people, bool_and(ST_IsValid(geom)) as valid from population where source = 'worldpop-aruba-2020' and basis = 'cell' and method = 'raster'`,
    )
    expect(Math.abs((found?.people ?? 0) - 106_766) / 106_766).toBeLessThan(0.0001)
    expect(found?.valid).toBe(true)
  })
})
