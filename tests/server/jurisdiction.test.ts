import { sql } from 'kysely'
import type { MultiPolygon, Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { runImport } from '../../server/domain/imports.ts'
import type { ImportRecord } from '../../server/import/record.ts'
import { createFaultList } from '../../server/import/fault-list.ts'
import type { Store } from '../../server/store/connect.ts'
import { insertDraft } from '../../server/store/drafts.ts'
import { insertSite } from '../../server/store/sites.ts'
import { actEverywhere, inTransaction, type Trx } from '../../server/store/transaction.ts'
import { insertZone } from '../../server/store/zones.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { createTally } from '../support/tally.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, block, content, COUNTY, drawn, loadCounty, restOf, ring, TOWNSHIPS, units, village, zoneDepsOf } from './zones-fixture.ts'

// one metre in degrees of latitude; the northern edge of township 0 is crooked, so grounds grow from a cell of it
const METRE = 1 / 110_940

describe.each(ENGINES)('a township planner on the %s engine', (engine) => {
  let store: Store
  const planner = actor(TOWNSHIPS[0])
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
  })
  const stopped = createTally()
  afterAll(async () => {
    stopped.tell(`beyond the own township on ${engine}`)
    await store.close()
  })

  /** A northern cell of township 0 whose northern edge is moved out by so many metres. */
  const beyond = (metres: number): Polygon => {
    const { coordinates: [shell] } = block(1, 3, 2, 4)
    const north = new Set([...shell!].sort((a, b) => b[1]! - a[1]!).slice(0, 2).map(String))
    return { type: 'Polygon', coordinates: [shell!.map((at) => (north.has(String(at)) ? [at[0]!, Number((at[1]! + metres * METRE).toFixed(7))] : at))] }
  }
  const multi = ({ coordinates }: Polygon): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [coordinates] })
  const draft = (definition: Parameters<typeof content>[0]) => createZone(zoneDepsOf(store), planner, { kind: 'sealed', content: content(definition) })

  it.each([
    ['a drawn line 8 m outside', () => drawn(beyond(8))],
    ['a unit of the next township', () => units(village(0, 3, 0), village(1, 0, 0))],
    ['the rest of the county', () => restOf(COUNTY)],
    ['a ring that takes in the next township', () => ring(village(1, 0, 0))],
  ])('is refused %s', async (_, definition) => {
    await expect(draft(definition())).rejects.toMatchObject({ code: 'outside_jurisdiction' })
    stopped.count('refused by the use case')
  })

  it.each([
    ['a drawn line 3 m outside', () => drawn(beyond(3))],
    ['units of the own township', () => units(village(0, 3, 0), village(0, 2, 0))],
    ['the own township whole', () => units(TOWNSHIPS[0])],
  ])('may take %s', async (_, definition) => {
    expect((await draft(definition())).zone_id).toMatch(/^990101-S-/)
  })

  // nothing above the store is asked here: the database alone holds the line
  const bypassing = (work: (trx: Trx) => Promise<unknown>) => inTransaction(store, work, planner).catch((error: { code?: string }) => {
    if (error.code === 'SQ403') stopped.count('refused by PostGIS alone')
    throw error
  })
  const insert = (metres: number) => bypassing(async (trx) => {
    const zoneId = await insertZone(trx, '990101', 'sealed')
    await insertDraft(trx, { zoneId, basedOn: null, content: content(units(TOWNSHIPS[0])), geometry: multi(beyond(metres)), by: 'x', editor: 1 })
  })
  const point = (lng: number, lat: number) => ({ place: 'x', on_date: '2022-03-14', cases: 1, geometry: { type: 'Point' as const, coordinates: [lng, lat] } })

  it('is stopped by PostGIS where the rules above are passed by', async () => {
    await expect(insert(8)).rejects.toMatchObject({ code: 'SQ403' })
    await expect(insert(3)).resolves.toBeUndefined()
    await expect(bypassing((trx) => insertSite(trx, point(109.56, 34.51)))).rejects.toMatchObject({ code: 'SQ403' })
    await expect(bypassing((trx) => insertSite(trx, point(109.51, 34.51)))).resolves.toBeGreaterThan(0)
    await inTransaction(store, (trx) => insertSite(trx, point(109.56, 34.52)))
    await expect(bypassing((trx) => sql`delete from sites`.execute(trx))).rejects.toMatchObject({ code: 'SQ403' })
    await expect(bypassing((trx) => sql`update checkpoints set name = name`.execute(trx))).resolves.toBeDefined()
  })

  it('is stopped by PostGIS at versions and at their end, too', async () => {
    const { zone_id: id } = await createZone(zoneDepsOf(store), actor(), { kind: 'sealed', content: content(units(village(1, 1, 1))) })
    await publishApproved(zoneDepsOf(store), id, 1)
    const copy = sql`insert into zone_versions select zone_id, version + 1, name, name_en, geom, definition, rule_pack, measures, legal_basis,
      reason, authority, review_by, earliest_lift, audience, exposure, version, published_at, published_by, hash from zone_versions where zone_id = ${id}`
    await expect(bypassing((trx) => copy.execute(trx))).rejects.toMatchObject({ code: 'SQ403' })
    const close = sql`update zone_periods set recorded = tstzrange(lower(recorded), clock_timestamp()) where zone_id = ${id}`
    await expect(bypassing((trx) => close.execute(trx))).rejects.toMatchObject({ code: 'SQ403' })
    await expect(bypassing(async (trx) => {
      await actEverywhere(trx)
      await close.execute(trx)
      throw new Error('taken back')
    })).rejects.toThrow('taken back')
  })

  it('moves the rest of the county with a zone of the own township: that is the program’s doing', async () => {
    const { zone_id: rest } = await createZone(zoneDepsOf(store), actor(), { kind: 'precaution', content: content(restOf(COUNTY)) })
    await publishApproved(zoneDepsOf(store), rest, 1)
    const { zone_id: id } = await draft(units(village(0, 2, 2)))
    await publishApproved(zoneDepsOf(store), id, 1, planner)
    const { version } = await store.db.selectFrom('zone_versions').select((e) => e.fn.max('version').as('version')).where('zone_id', '=', rest).executeTakeFirstOrThrow()
    expect(version).toBe(2)
  })

  it('imports nothing from beyond the own township, feature by feature', async () => {
    const faults = createFaultList()
    const gate = (number: number, lng: number): ImportRecord => ({
      noun: 'checkpoints', number, sourceId: String(number), geometry: { type: 'Point', coordinates: [lng, 34.515] },
      fields: { name: `卡点 ${number}`, tier: 'village', kind: 'gate', state: 'planned', green_lane: false, rule_card: { asks: [] } },
    })
    async function* records() {
      yield* [gate(1, 109.515), gate(2, 109.565), gate(3, 109.525)]
    }
    const dataset = { source: 'gates', title: 'gates', titleEn: null, licence: null, crs: 'wgs84' as const, asOf: '2022-03-01', synthetic: true }
    const report = await runImport(store, { dataset, records: records(), faults, strict: false, actor: 'tests', file: 'x', areaCode: TOWNSHIPS[0] })
    expect(report.counts.checkpoints).toMatchObject({ inserted: 2 })
    expect(faults.kept).toMatchObject([{ number: 2, reason: 'outside_jurisdiction' }])
    stopped.count('refused by an import')
  })
})
