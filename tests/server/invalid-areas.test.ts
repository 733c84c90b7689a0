import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Preview } from '#shared/schema/preview.ts'
import type { Problem } from '#shared/schema/problem.ts'
import { runImport } from '../../server/domain/imports.ts'
import { addFault, createFaultList } from '../../server/import/fault-list.ts'
import { openImport } from '../../server/import/open-import.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { JUDGED_AREAS, NO_AREAS } from '../support/invalid-areas.ts'
import { say } from '../faults/support/report.ts'
import { content, drawn, loadCounty } from './zones-fixture.ts'

const INVALID = JUDGED_AREAS.filter(({ fault }) => fault !== null)
const VALID = JUDGED_AREAS.filter(({ fault }) => fault === null)
// PostGIS reads no ring that is open, and calls what has fewer than four positions broken, not invalid
const READ_BY_POSTGIS = JUDGED_AREAS.filter(({ fault, name }) => fault !== 'ring_not_closed' && !/^there and back|^a hole of two/.test(name))

describe.each(ENGINES)('areas that are none, on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    planner = await api.signIn(['drafter'])
  })
  afterAll(() => api.close())
  const post = async (url: string, payload: string) => {
    const response = await api.app.inject({ method: 'POST', url, headers: { ...planner, 'content-type': 'application/json' }, payload })
    return { status: response.statusCode, body: response.json<Preview & Problem>() }
  }
  const preview = (geometry: string) => post('/api/preview', JSON.stringify({ kind: 'sealed', definition: drawn('G') }).replace('"G"', geometry))
  const draft = (geometry: string) => post('/api/zones', JSON.stringify({ kind: 'sealed', content: content(drawn('G')) }).replace('"G"', geometry))

  it(`F36: refuses each of ${INVALID.length} invalid areas as preview and as draft, with its fault, its place and what to do`, async () => {
    for (const { name, fault, area } of INVALID) {
      const geometry = JSON.stringify(area)
      const [shown, saved] = [await preview(geometry), await draft(geometry)]
      expect(shown, name).toMatchObject({ status: 200, body: { ok: false } })
      expect(saved, name).toMatchObject({ status: 422, body: { code: 'invalid_geometry' } })
      const faults = saved.body.faults ?? []
      expect(shown.body.faults, name).toEqual(faults)
      expect(faults.map(({ code }) => code), name).toContain(fault)
      for (const { place, fix, title } of faults) expect(Math.min(place?.length ?? 0, fix?.length ?? 0, title.length), name).toBeGreaterThan(0)
    }
    expect((await api.store.db.selectFrom('zone_drafts').select('zone_id').execute())).toEqual([])
  })

  it(`F36: refuses each of ${NO_AREAS.length} things that have not the form of an area`, async () => {
    for (const [name, geometry] of NO_AREAS) {
      const [shown, saved] = [await preview(geometry), await draft(geometry)]
      expect(shown.status === 200 ? shown.body.ok : shown.status, name).toBe(shown.status === 200 ? false : 400)
      expect(saved.status === 422 || saved.status === 400, `${name}: ${saved.status}`).toBe(true)
      expect(saved.body.faults?.length, name).toBeGreaterThan(0)
    }
  })

  it(`F36: takes each of ${VALID.length} areas that look alike and are valid, and changes nothing but the form`, async () => {
    for (const { name, area } of VALID) {
      const { body } = await preview(JSON.stringify(area))
      expect(body, name).toMatchObject({ ok: true })
      const drawnM2 = sql<number>`select ST_Area(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326)::geography) as m2`
      const { rows } = await sql<{ m2: number }>`${drawnM2}`.execute(api.store.db)
      expect(body.ok && body.exposure.areaM2 / rows[0]!.m2, name).toBeCloseTo(1, 6)
    }
  })

  it('F36: PostGIS says the same of each, and stores none that is invalid', async () => {
    const shapes = JSON.stringify(READ_BY_POSTGIS.map(({ area }) => area))
    const { rows } = await sql<{ valid: boolean }>`
      select ST_IsValid(ST_GeomFromGeoJSON(item::text)) as valid
      from jsonb_array_elements(${shapes}::jsonb) with ordinality as t(item, n) order by n`.execute(api.store.db)
    expect(rows.map(({ valid }) => valid)).toEqual(READ_BY_POSTGIS.map(({ fault }) => fault === null))
    const [bow] = INVALID
    const past = sql`insert into areas (code, level, name, geom, source, source_id, as_of)
      values ('990999000000', 'county', 'x', ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(bow!.area)}), 4326)), 'test', 'x', '2022-01-01')`
    await expect(past.execute(api.store.db)).rejects.toThrow(/check constraint/)
  })

  it('F36: an import leaves each out by its number with the same fault, and takes in the valid ones, of which units are made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanqu-invalid-'))
    const file = join(folder, 'areas.geojson')
    const texts = [...JUDGED_AREAS.map(({ area }) => JSON.stringify(area)), ...NO_AREAS.map(([, text]) => text)]
    const features = texts.map((geometry, n) => `{"type":"Feature","properties":{"code":"990101001001${String(n).padStart(3, '0')}","name":"n${n}"},"geometry":${geometry}}`)
    writeFileSync(file, `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`)
    const faults = createFaultList()
    const context = { fault: (fault: Parameters<typeof addFault>[1]) => addFault(faults, fault), note: () => {}, progress: () => {} }
    const { records, asOfFrom: _, ...dataset } = await openImport({ what: 'areas', file, asOf: '2026-01-31' }, context)
    const report = await runImport(api.store, { dataset: { ...dataset, titleEn: null, synthetic: false }, records, faults, strict: false, actor: 'test', file })
    rmSync(folder, { recursive: true })
    const refused = new Map(faults.kept.map((fault) => [fault.number, fault]))
    const wrong = texts.flatMap((_text, n) => {
      const judged = JUDGED_AREAS[n]
      const fault = refused.get(n + 1)
      return (judged !== undefined && judged.fault === null) === (fault === undefined) ? [] : [`${judged?.name ?? NO_AREAS[n - JUDGED_AREAS.length]?.[0]}: ${fault?.reason}`]
    })
    expect(wrong).toEqual([])
    expect(report.counts.areas?.inserted).toBe(VALID.length)
    const codes = INVALID.map((judged) => [judged.name, refused.get(JUDGED_AREAS.indexOf(judged) + 1)?.geometry?.code])
    expect(codes.filter(([, code]) => code === undefined)).toEqual([])
    say('F36', `${engine}: ${INVALID.length} invalid areas of ${new Set(INVALID.map(({ name }) => name.replace(/, lay.*/, ''))).size} kinds and ${NO_AREAS.length} without the form of one refused by preview, draft, import and PostGIS; ${VALID.length} valid ones that look alike taken`)
  })
})
