import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indexFigures } from '#shared/exposure/index-figures.ts'
import type { ZoneDefinition } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { beginDraft, createZone } from '../../server/domain/drafts-begin.ts'
import { saveDraft } from '../../server/domain/drafts-save.ts'
import { confirmChange, readPreflight } from '../../server/domain/preflight-read.ts'
import type { ReviewDeps } from '../../server/domain/review-deps.ts'
import { approveDraft } from '../../server/domain/reviews-decide.ts'
import { submitDraft } from '../../server/domain/reviews-submit.ts'
import { draftTag } from '../../server/domain/version-tag.ts'
import { publishUrgent } from '../../server/domain/zones-publish-urgent.ts'
import { publishDraft } from '../../server/domain/zones-publish.ts'
import { insertConfirmation } from '../../server/store/confirmations.ts'
import { toGeom } from '../../server/store/geometry.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import type { Store } from '../../server/store/connect.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, block, content, countyFigures, drawn, loadCounty, restOf, reviewer, ring, TOWNSHIPS, units, village, zoneDepsOf } from './zones-fixture.ts'

const confirmer = { ...reviewer(), userId: 9003, post: '值班岗 duty' }

describe.each(ENGINES)('the pre-flight on the %s engine', (engine) => {
  let store: Store
  let deps: ReviewDeps
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
    deps = zoneDepsOf(store)
    // a second county to the east, and a compound in the village at column 0, row 0
    const [east, compound] = [block(8, 0, 12, 4), block(0, 0, 1, 1)]
    await store.db.insertInto('areas').values([
      { code: '990102000000', level: 'county', parent_code: null, name: '邻县', name_en: 'Next County', geom: toGeom({ type: 'MultiPolygon', coordinates: [east.coordinates] }), source: 'test', source_id: 'east', as_of: '2022-01-01' },
      { code: '990101001001001', level: 'compound', parent_code: null, name: '星河苑', name_en: 'Xinghe Yuan', geom: toGeom({ type: 'MultiPolygon', coordinates: [compound.coordinates] }), source: 'test', source_id: 'compound', as_of: '2022-01-01' },
    ]).execute()
  })
  afterAll(() => store.close())

  const draft = async (definition: ZoneDefinition, kind: ZoneKind = 'sealed', more = {}) => {
    const { zone_id: zoneId } = await createZone(deps, actor(), { kind, content: content(definition, more) })
    return { zoneId, tag: draftTag({ zoneId, revision: 1 }) }
  }
  const inForce = async (definition: ZoneDefinition, kind: ZoneKind = 'sealed') => {
    const { zoneId } = await draft(definition, kind)
    await publishApproved(deps, zoneId, 1)
    return zoneId
  }
  const change = async (zoneId: string, definition: ZoneDefinition) => {
    await beginDraft(deps, actor(), zoneId)
    await saveDraft(deps, actor(), zoneId, draftTag({ zoneId, revision: 1 }), content(definition))
    return { zoneId, tag: draftTag({ zoneId, revision: 2 }) }
  }
  const approved = async ({ zoneId, tag }: { zoneId: string; tag: string }) => {
    await submitDraft(deps, actor(), zoneId, tag)
    const { hash } = await readPreflight(deps, zoneId)
    await approveDraft(deps, reviewer(), zoneId, tag, { hash })
    return hash
  }

  it('names people, units and ground gained and lost against the version in force', async () => {
    const zoneId = await inForce(units(village(0, 0, 0), village(0, 1, 0)))
    await change(zoneId, units(village(0, 1, 0), village(0, 2, 0)))
    const found = await readPreflight(deps, zoneId)
    expect(found).toMatchObject({
      version: 2, previous_version: 1, abnormal: [], too_few: null, neighbours: [], other_counties: [], units_split: [],
      people: { before: 200, after: 200, gained: 100, lost: 100 },
      households: { before: 80, after: 80, gained: 40, lost: 40 },
      buildings: { before: 2, after: 2, gained: 1, lost: 1 },
    })
    expect(found.units_gained.map(({ code }) => code)).toEqual([village(0, 2, 0)])
    expect(found.units_lost.map(({ code, name }) => [code, name])).toEqual([[village(0, 0, 0), `地区 ${village(0, 0, 0)}`], ['990101001001001', '星河苑']])
    const { rows } = await sql<{ added: boolean; removed: boolean }>`
      select ST_Equals(${toGeom(found.added!)}, (select geom from areas where code = ${village(0, 2, 0)})) as added,
        ST_Equals(${toGeom(found.removed!)}, (select geom from areas where code = ${village(0, 0, 0)})) as removed`.execute(store.db)
    expect(rows[0]).toEqual({ added: true, removed: true })
    expect(found.area_m2.after - found.area_m2.before).toBeCloseTo(found.area_m2.gained - found.area_m2.lost, 0)
  })

  it('names the units that a line cuts, and the neighbours that it overlaps or leaves a gap to', async () => {
    const neighbour = await inForce(drawn(block(0, 2, 1, 3)))
    const [[w, s], [e], [, n]] = block(1, 2, 2, 3).coordinates[0] as [[number, number], [number, number], [number, number]]
    const lines = (west: number) => drawn({ type: 'Polygon', coordinates: [[[west, s! + 0.002], [e! - 0.003, s! + 0.002], [e! - 0.003, n! - 0.002], [west, n! - 0.002], [west, s! + 0.002]]] })
    const { zoneId: over } = await draft(lines(w! - 0.004))
    const overlap = await readPreflight(deps, over)
    expect(overlap.neighbours).toEqual([expect.objectContaining({ zone_id: neighbour, name: '示范封控区', gap_m2: 0 })])
    expect(overlap.neighbours[0]!.overlap_m2).toBeGreaterThan(10_000)
    expect(overlap.units_split.map(({ code }) => code)).toContain(village(0, 1, 2))
    expect(overlap.units_split.every(({ share }) => share > 0 && share < 1)).toBe(true)
    const { rows: [edge] } = await sql<{ lng: number }>`
      select max(ST_X(geom)) as lng from ST_DumpPoints((select geom from areas where code = ${village(0, 0, 2)}))`.execute(store.db)
    const { zoneId: apart } = await draft(lines(edge!.lng + 0.02))
    expect((await readPreflight(deps, apart)).neighbours).toEqual([])
  })

  it('measures the gap between two lines that are meant to meet', async () => {
    const box = (west: number, east: number) =>
      drawn({ type: 'Polygon', coordinates: [[[west, 34.535], [east, 34.535], [east, 34.537], [west, 34.537], [west, 34.535]]] })
    const west = await inForce(box(109.545, 109.547))
    const { zoneId } = await draft(box(109.54703, 109.549)) // 2.75 m apart, 222 m long
    const [gap] = (await readPreflight(deps, zoneId)).neighbours
    expect(gap).toMatchObject({ zone_id: west, overlap_m2: 0 })
    expect(gap!.gap_m2).toBeGreaterThan(550)
    expect(gap!.gap_m2).toBeLessThan(670)
    const { zoneId: flush } = await draft(box(109.547, 109.549))
    expect((await readPreflight(deps, flush)).neighbours).toEqual([])
  })

  // domain.md §7
  it('Los Angeles, January 2025: an order for one area reached ten million people', async () => {
    const zoneId = await inForce(units(village(1, 3, 0)))
    const wider = await change(zoneId, units(...[0, 1, 2].map((column) => village(1, column, 1)), ...[0, 1, 2].map((column) => village(1, column, 2))))
    const hash = await approved(wider)
    await expect(publishDraft(deps, actor(), zoneId, wider.tag)).rejects.toMatchObject({ name: 'Conflict', code: 'abnormal_change', params: { count: 1 } })
    const error = await publishDraft(deps, actor(), zoneId, wider.tag).catch((thrown: { faults: ((lang: 'zh' | 'en') => { title: string })[] }) => thrown)
    expect((error as { faults: ((lang: 'zh' | 'en') => { title: string })[] }).faults.map((fault) => fault('en').title)).toEqual(['People affected go from 100 to 600'])
    // neither who drafted it nor, alone, who publishes it may wave it through; nor a confirmation of something else
    await expect(confirmChange(deps, actor(), zoneId, wider.tag, { hash, reason: '核实' })).rejects.toMatchObject({ code: 'own_work' })
    await expect(confirmChange(deps, confirmer, zoneId, wider.tag, { hash: '0'.repeat(64), reason: '核实' })).rejects.toMatchObject({ code: 'approval_stale' })
    await confirmChange(deps, confirmer, zoneId, wider.tag, { hash, reason: '三个村同时报告' })
    await expect(publishDraft(deps, confirmer, zoneId, wider.tag)).rejects.toMatchObject({ code: 'abnormal_change' })
    expect((await readPreflight(deps, zoneId)).confirmed).toMatchObject({ by: confirmer.post, reason: '三个村同时报告' })
    expect(await publishDraft(deps, actor(), zoneId, wider.tag)).toMatchObject({ version: 2, people: 600, hash })
    await expect(sql`update zone_confirmations set reason = 'x'`.execute(store.db)).rejects.toThrow('never changed')
  })

  it('calls another county, a whole county and a hundred times the area abnormal, on the fast lane too', async () => {
    const across = await draft(drawn(block(6, 3, 9, 4)))
    const hashAcross = (await readPreflight(deps, across.zoneId)).hash
    expect((await readPreflight(deps, across.zoneId)).abnormal).toMatchObject([{ code: 'other_county', what: '邻县' }])
    expect((await readPreflight(deps, across.zoneId)).other_counties).toMatchObject([{ code: '990102000000', share: expect.closeTo(1 / 3, 0) }])
    await expect(publishUrgent(deps, actor(), across.zoneId, across.tag, { hash: hashAcross, reason: '危及生命' })).rejects.toMatchObject({ code: 'abnormal_change' })
    const whole = await draft(drawn(block(0, 0, 8, 4)), 'precaution')
    expect((await readPreflight(deps, whole.zoneId)).abnormal.map(({ code, what }) => [code, what])).toContainEqual(['whole_county', `地区 990101000000`])
    const tiny = (width: number) => drawn({ type: 'Polygon', coordinates: [[[109.562, 34.502], [109.562 + width, 34.502], [109.562 + width, 34.502 + width], [109.562, 34.502 + width], [109.562, 34.502]]] })
    const zoneId = await inForce(tiny(0.0002))
    await change(zoneId, tiny(0.0021))
    const [first] = (await readPreflight(deps, zoneId)).abnormal
    expect(first).toMatchObject({ code: 'area_times' })
    expect(first!.after! / first!.before!).toBeGreaterThan(100)
  })

  // domain.md §7
  it('An alert polygon marked "exclude" was ignored and the whole county alerted: missing or unusual geometry fails closed', async () => {
    const [outer, inner] = [block(4, 0, 7, 3).coordinates[0]!, block(5, 1, 6, 2).coordinates[0]!.toReversed()]
    const zoneId = await inForce(drawn({ type: 'Polygon', coordinates: [outer, inner] }), 'controlled')
    const filled = await change(zoneId, drawn({ type: 'Polygon', coordinates: [outer] }))
    expect((await readPreflight(deps, zoneId)).abnormal).toMatchObject([{ code: 'hole_lost', after: 1 }])
    await approved(filled)
    await expect(publishDraft(deps, actor(), zoneId, filled.tag)).rejects.toMatchObject({ code: 'abnormal_change' })
    for (const geometry of [null, {}, { type: 'Polygon', coordinates: [] }, { type: 'MultiPolygon', coordinates: [] }, { type: 'Polygon' }]) {
      await expect(draft(drawn(geometry))).rejects.toMatchObject({ name: 'Invalid' })
    }
    // a stored ground that lost its hole on the way is compared with the line that was drawn
    const drawnHole = await draft(drawn({ type: 'Polygon', coordinates: [outer, inner] }), 'controlled')
    await store.db.updateTable('zone_drafts').set({ geom: toGeom({ type: 'MultiPolygon', coordinates: [[outer]] }) }).where('zone_id', '=', drawnHole.zoneId).execute()
    expect((await readPreflight(deps, drawnHole.zoneId)).abnormal.map(({ code }) => code)).toContain('hole_lost')
  })

  it('refuses what it cannot compute, and says which step', async () => {
    const blind: ReviewDeps = { ...deps, figures: indexFigures(countyFigures(Infinity)) }
    const { zoneId, tag } = await draft(units(village(1, 1, 0)))
    await expect(readPreflight(blind, zoneId)).rejects.toMatchObject({ name: 'Conflict', code: 'preflight_failed', params: { step: 'people' } })
    await expect(submitDraft(blind, actor(), zoneId, tag)).rejects.toMatchObject({ code: 'preflight_failed' })
    const hash = await approved({ zoneId, tag })
    await expect(publishDraft(blind, actor(), zoneId, tag)).rejects.toMatchObject({ code: 'preflight_failed' })
    await expect(publishUrgent(blind, actor(), zoneId, tag, { hash, reason: '危及生命' })).rejects.toMatchObject({ code: 'preflight_failed' })
    expect(await publishDraft(deps, actor(), zoneId, tag)).toMatchObject({ people: 100, hash })
  })

  it('refuses a public zone that would expose a few households, and offers the compound round it', async () => {
    const small = (half: number): ZoneDefinition => {
      const [[x0, y0], [x1]] = [block(0, 0, 1, 1).coordinates[0]![0]!, block(0, 0, 1, 1).coordinates[0]![1]!] as [[number, number], [number, number]]
      const [lng, lat] = [(x0 + x1) / 2 + 0.003, y0 + 0.005]
      return drawn({ type: 'Polygon', coordinates: [[[lng - half, lat - half], [lng + half, lat - half], [lng + half, lat + half], [lng - half, lat + half], [lng - half, lat - half]]] })
    }
    const strict: ReviewDeps = { ...deps, review: { ...deps.review, minHouseholds: 41 } }
    const { zoneId, tag } = await draft(units('990101001001001'))
    const found = await readPreflight(strict, zoneId)
    expect(found.too_few).toMatchObject({ households: 40, minimum: 41, offer: { code: TOWNSHIPS[0], level: 'township', households: 640 } })
    await expect(submitDraft(strict, actor(), zoneId, tag)).rejects.toMatchObject({
      name: 'Invalid', code: 'too_few_households', params: { households: 40, minimum: 41, unit: `地区 ${TOWNSHIPS[0]} (${TOWNSHIPS[0]})` },
    })
    await expect(publishUrgent(strict, actor(), zoneId, tag, { hash: found.hash, reason: '危及生命' })).rejects.toMatchObject({ code: 'too_few_households' })
    // nobody outside may see an internal one, and nobody lives in an empty one
    const { zoneId: internal } = await draft(units('990101001001001'), 'sealed', { audience: 'internal' })
    expect((await readPreflight(strict, internal)).too_few).toBeNull()
    const { zoneId: empty } = await draft(small(0.0001))
    expect(await readPreflight(strict, empty)).toMatchObject({ people: { after: 0 }, too_few: null })
  })

  // domain.md §7
  it('A GIS’s "avoid overlap" failed silently on an invalid neighbour: say which neighbour, and stop', async () => {
    const { zoneId, tag } = await draft(units(village(1, 2, 3)))
    const rest = await draft(restOf(TOWNSHIPS[1]), 'precaution')
    const around = await draft(ring(village(1, 1, 3), village(1, 2, 3), village(1, 3, 3)), 'controlled')
    await sql`alter table zone_versions drop constraint zone_versions_geom_check`.execute(store.db)
    await sql`insert into zones (id, county_code, kind, number) values ('990101-S-0900', '990101', 'sealed', 900)`.execute(store.db)
    await sql`insert into zone_versions (zone_id, version, name, geom, definition, rule_pack, measures, legal_basis, reason, authority, review_by, audience, exposure, published_at, published_by, hash)
      select '990101-S-0900', 1, name, ST_SetSRID(ST_GeomFromText('MULTIPOLYGON(((109.55 34.53,109.575 34.545,109.575 34.53,109.55 34.545,109.55 34.53)))'), 4326),
        definition, rule_pack, measures, legal_basis, reason, authority, review_by, audience, exposure, published_at, published_by, hash from zone_versions limit 1`.execute(store.db)
    await sql`insert into zone_periods (zone_id, version, valid, recorded) values ('990101-S-0900', 1, tstzrange(now(), null), tstzrange(now(), null))`.execute(store.db)
    await expect(readPreflight(deps, zoneId)).rejects.toMatchObject({ name: 'Invalid', code: 'neighbour_invalid', params: { zones: '990101-S-0900' } })
    await expect(submitDraft(deps, actor(), zoneId, tag)).rejects.toMatchObject({ code: 'neighbour_invalid' })
    for (const other of [rest, around]) await expect(readPreflight(deps, other.zoneId)).rejects.toMatchObject({ code: 'neighbour_invalid' })
  })
})

describe('the pre-flight beside a writer', () => {
  // with its one connection the embedded engine never has two transactions at once
  it('is of one moment: what is confirmed while it is being read does not get into it', async () => {
    const store = await openTestDatabase('server')
    await loadCounty(store)
    const deps = zoneDepsOf(store)
    const { zone_id: zoneId } = await createZone(deps, actor(), { kind: 'sealed', content: content(drawn(block(0, 0, 8, 4))) })
    const { hash, abnormal, confirmed } = await readPreflight(deps, zoneId)
    expect([abnormal.map(({ code }) => code), confirmed]).toEqual([['whole_county'], null])
    const read = await inTransaction(store, async (trx) => {
      await sql`lock table areas in access exclusive mode`.execute(trx)
      const reading = readPreflight(deps, zoneId)
      const waits = sql<{ n: number }>`select count(*)::int as n from pg_locks where relation = 'areas'::regclass and not granted`
      await expect.poll(async () => (await waits.execute(store.db)).rows[0]!.n).toBe(1)
      await insertConfirmation(trx, { zoneId, hash, findings: ['whole_county'], reason: '已核实', at: deps.now(), by: confirmer.post, confirmer: confirmer.userId })
      return { reading }
    })
    expect((await read.reading).confirmed).toBeNull()
    expect((await readPreflight(deps, zoneId)).confirmed).toMatchObject({ by: confirmer.post })
    await store.close()
  })
})
