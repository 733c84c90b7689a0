import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MultiPolygon } from 'geojson'
import { afterAll, describe, expect, it } from 'vitest'
import type { ImportFault } from '../../../server/import/fault.ts'
import { openImport, type ImportOptions } from '../../../server/import/open-import.ts'
import type { ImportRecord } from '../../../server/import/record.ts'
import { rootDir } from '../../../server/root.ts'

const golden = (name: string) => join(import.meta.dirname, '..', '..', 'golden', 'import', name)
const folder = mkdtempSync(join(tmpdir(), 'sanqu-import-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const krems = readFileSync(join(rootDir, '..', 'shared', 'data', 'krems.osm.pbf'))
const written = (name: string, text: string | Uint8Array) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function read(options: ImportOptions): Promise<{ records: ImportRecord[]; faults: ImportFault[]; crs: string }> {
  const faults: ImportFault[] = []
  const records: ImportRecord[] = []
  const opened = await openImport(options, { fault: (fault) => faults.push(fault), note: () => {}, progress: () => {} })
  for await (const record of opened.records) records.push(record)
  return { records, faults, crs: opened.crs }
}

const reasons = (faults: ImportFault[]) => faults.map(({ number, reason }) => [number, reason])

describe('areas from every format', () => {
  it.each([
    ['villages.geojson', 'wgs84'],
    ['villages-gbk.shp', 'wgs84'],
    ['villages-gk.zip', 'projected'],
  ])('%s gives the same two villages and names the one that crosses itself', async (name, crs) => {
    const result = await read({ what: 'areas', file: golden(name) })
    expect(result.crs).toBe(crs)
    expect(result.records.map(({ sourceId, fields }) => [sourceId, fields.code, fields.name, fields.level])).toEqual([
      ['990101001001', '990101001001', '东河村', 'village'],
      ['990101001002', '990101001002', '西河村', 'village'],
    ])
    const [first] = (result.records[0]!.geometry as MultiPolygon).coordinates
    expect(first).toHaveLength(2)
    for (const [lng = 0, lat = 0] of first?.[0] ?? []) {
      expect(Math.min(Math.abs(lng - 109.5), Math.abs(lng - 109.51))).toBeLessThan(2e-7)
      expect(Math.min(Math.abs(lat - 34.5), Math.abs(lat - 34.51))).toBeLessThan(2e-7)
    }
    expect(reasons(result.faults)).toEqual([[3, 'bad_geometry']])
    expect(result.faults[0]?.geometry?.code).toBe('self_crossing')
    expect(result.faults[0]?.place?.map((value) => value.toFixed(4))).toEqual(['109.5250', '34.5050'])
  })

  it('reads one feature a line, in GBK-free UTF-8 with a BOM, and lists a line that is no feature', async () => {
    const line = (code: string) =>
      JSON.stringify({
        type: 'Feature',
        id: code,
        properties: { code, name: 'a' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [1, 1],
              [2, 1],
              [2, 2],
              [1, 1],
            ],
          ],
        },
      })
    const file = written(
      'lines.ndjson',
      `\ufeff${line('990101')}\n{"type":"Nonsense"}\nnot json\n${line('990102001')}\n${line('99')}\n${line('123')}`,
    )
    const { records, faults } = await read({ what: 'areas', file })
    expect(records.map(({ fields }) => [fields.code, fields.level])).toEqual([
      ['990101000000', 'county'],
      ['990102001000', 'township'],
      ['990000000000', 'province'],
    ])
    expect(reasons(faults)).toEqual([
      [2, 'not_readable'],
      [3, 'not_readable'],
      [6, 'unknown_value'],
    ])
  })
})

describe('addresses from CSV', () => {
  it('finds GBK by itself, and lists every bad row by its number and reason', async () => {
    const { records, faults } = await read({ what: 'addresses', file: golden('addresses-gbk.csv') })
    expect(records.map(({ sourceId, fields, geometry }) => [sourceId, fields.text, fields.number, geometry])).toEqual([
      ['A1', '云渡县东河路12号', '12', { type: 'Point', coordinates: [109.501, 34.505] }],
      ['A2', '云渡县西河路3号, 后院', '3', { type: 'Point', coordinates: [109.495, 34.505] }],
    ])
    expect(reasons(faults).sort()).toEqual([
      [3, 'missing_value'],
      [4, 'bad_coordinate'],
      [5, 'duplicate_id'],
      [6, 'no_geometry'],
      [7, 'not_readable'],
    ])
  })

  it('reads UTF-8 with BOM, semicolons and English headers, and shifts a declared GCJ-02', async () => {
    const file = written('a.csv', '\ufeffID;Address;Longitude;Latitude\n1;"Main; street 1";109.5047;34.4985\n')
    const plain = await read({ what: 'addresses', file })
    expect(plain.records[0]).toMatchObject({
      sourceId: '1',
      fields: { text: 'Main; street 1' },
      geometry: { coordinates: [109.5047, 34.4985] },
    })
    const shifted = await read({ what: 'addresses', file, crs: 'gcj02' })
    const [lng = 0, lat = 0] = (shifted.records[0]!.geometry as { coordinates: number[] }).coordinates
    expect(Math.hypot((lng - 109.5047) * 91_700, (lat - 34.4985) * 110_900)).toBeGreaterThan(300)
    expect(shifted.crs).toBe('gcj02')
  })

  it('reads GeoJSON in GBK where that is declared', async () => {
    const head =
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{"kind":"school","name":"'
    const tail = '"},"geometry":{"type":"Point","coordinates":[1,2]}}]}'
    const file = written(
      'gbk.geojson',
      Buffer.concat([Buffer.from(head), Buffer.from('b6abb4e5', 'hex'), Buffer.from(tail)]),
    )
    expect((await read({ what: 'places', file, encoding: 'gbk' })).records[0]?.fields.name).toBe('东村')
    await expect(read({ what: 'places', file })).rejects.toMatchObject({ code: 'encoding_unknown' })
  })

  it('refuses an encoding that does not fit', async () => {
    await expect(
      read({ what: 'addresses', file: golden('addresses-gbk.csv'), encoding: 'utf-8' }),
    ).rejects.toMatchObject({ code: 'encoding_unknown' })
  })
})

describe('other nouns', () => {
  it('reads words in Chinese and English, counts with commas, lines in parts, and people without geometry', async () => {
    const places = written(
      'places.csv',
      'name,类别,wkt\n一中,学校,POINT(109.5 34.5)\nA,Care Home,POINT(109.5 34.5)\nB,酒馆,POINT(109.5 34.5)\nC,school,"LINESTRING(0 0,1 1)"\n',
    )
    const { records, faults } = await read({ what: 'places', file: places })
    expect(records.map(({ fields }) => fields.kind)).toEqual(['school', 'care_home'])
    expect(faults.map(({ number, reason, place }) => [number, reason, place])).toEqual([
      [3, 'unknown_value', [109.5, 34.5]],
      [4, 'wrong_geometry', undefined],
    ])

    const roads = written(
      'roads.json',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 7,
            properties: { class: '国道', ref: 'G310', 桥梁: '是' },
            geometry: {
              type: 'MultiLineString',
              coordinates: [
                [
                  [1, 1],
                  [2, 2],
                ],
                [
                  [3, 3],
                  [3, 3.00000001],
                  [4, 4],
                ],
              ],
            },
          },
          {
            type: 'Feature',
            id: 8,
            properties: { class: 'footway' },
            geometry: {
              type: 'LineString',
              coordinates: [
                [1, 1],
                [1, 1],
              ],
            },
          },
        ],
      }),
    )
    const lines = await read({ what: 'roads', file: roads })
    expect(
      lines.records.map(({ sourceId, geometry, fields }) => [
        sourceId,
        (geometry as { coordinates: unknown[] }).coordinates.length,
        fields.class,
        fields.bridge,
      ]),
    ).toEqual([
      ['7', 2, 'primary', true],
      ['7/2', 2, 'primary', true],
    ])
    expect(reasons(lines.faults)).toEqual([[2, 'too_few_points']])

    const people = await read({
      what: 'population',
      file: written('people.csv', '编号,楼栋编号,人口,户数\n1,B1,"1,204",400\n2,B2,-3,1\n3,B3,x,1\n'),
    })
    expect(people.records.map(({ geometry, fields }) => [geometry, fields.people, fields.building])).toEqual([
      [null, 1204, 'B1'],
    ])
    expect(reasons(people.faults)).toEqual([
      [2, 'unknown_value'],
      [3, 'bad_number'],
    ])
  })

  it('gives features without ids the same id whatever their order', async () => {
    const row = (name: string) => ({
      type: 'Feature',
      properties: { name, kind: 'school' },
      geometry: { type: 'Point', coordinates: [1, 2] },
    })
    const ids = async (names: string[]) => {
      const file = written('ids.geojson', JSON.stringify({ type: 'FeatureCollection', features: names.map(row) }))
      return (await read({ what: 'places', file })).records.map(({ sourceId }) => sourceId)
    }
    expect((await ids(['a', 'b'])).toReversed()).toEqual(await ids(['b', 'a']))
  })
})

describe('files that cannot be read', () => {
  it.each<[string, ImportOptions, string]>([
    ['a missing file', { what: 'areas', file: join(folder, 'none.geojson') }, 'file_missing'],
    ['an unknown ending', { what: 'areas', file: written('a.gpx', '<gpx/>') }, 'format_unknown'],
    ['JSON that is no GeoJSON', { what: 'areas', file: written('a.json', '[1,2]') }, 'format_broken'],
    [
      'a collection cut short',
      { what: 'areas', file: written('cut.geojson', '{"type":"FeatureCollection","features":[{"type":') },
      'format_broken',
    ],
    [
      'metres that nobody declared',
      {
        what: 'areas',
        file: written(
          'm.geojson',
          '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[]}',
        ),
      },
      'crs_unsupported',
    ],
    ['degrees declared for metres', { what: 'areas', file: golden('villages-gk.zip'), crs: 'gcj02' }, 'crs_clash'],
    ['an unknown system', { what: 'areas', file: golden('villages.geojson'), crs: 'xian80' }, 'crs_unsupported'],
    ['a date that is none', { what: 'areas', file: golden('villages.geojson'), asOf: '2026-02-30' }, 'as_of_bad'],
    [
      'a dataset name that is taken',
      { what: 'areas', file: golden('villages.geojson'), source: 'demo' },
      'source_reserved',
    ],
    ['an empty CSV', { what: 'areas', file: written('e.csv', '') }, 'format_broken'],
    ['a zip that is none', { what: 'areas', file: written('z.zip', 'PKnonsense') }, 'shapefile_part_missing'],
    [
      'an OSM file that is none',
      { what: 'osm', file: written('x.osm.pbf', 'no protocol buffer at all, but long enough') },
      'format_broken',
    ],
    [
      'an OSM file cut short',
      { what: 'osm', file: written('cut.osm.pbf', krems.subarray(0, 150_000)) },
      'format_broken',
    ],
    [
      'an OSM file in a system it cannot be in',
      { what: 'osm', file: written('k.osm.pbf', krems), crs: 'gcj02' },
      'crs_clash',
    ],
    ['an empty OSM file', { what: 'osm', file: written('y.osm.pbf', '') }, 'format_broken'],
    ['a raster that is none', { what: 'population', file: written('x.tif', 'II*') }, 'format_broken'],
  ])('%s says so', async (_, options, code) => {
    await expect(read(options)).rejects.toMatchObject({ name: 'ImportError', code })
  })

  it('a .shp without its .dbf', async () => {
    copyFileSync(golden('villages-gbk.shp'), join(folder, 'alone.shp'))
    await expect(read({ what: 'areas', file: join(folder, 'alone.shp') })).rejects.toMatchObject({
      code: 'shapefile_part_missing',
    })
  })
})
