import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MultiPolygon, Polygon } from 'geojson'
import { areaM2 } from '#shared/geometry/area-m2.ts'
import type { ZoneDefinition } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { zoneTag } from '../../server/domain/version-tag.ts'
import type { ReviewDeps } from '../../server/domain/review-deps.ts'
import { zoneDetails } from '../../server/domain/zones-details.ts'
import { liftZone } from '../../server/domain/zones-lift.ts'
import type { Store } from '../../server/store/connect.ts'
import { eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, block, content, drawn, LIFT, loadCounty, NOW, restOf, ring, TOWNSHIPS, units, village, zoneDepsOf } from './zones-fixture.ts'

const [TOWNSHIP] = TOWNSHIPS

describe.each(ENGINES)('zones that follow stricter ones on the %s engine', (engine) => {
  let store: Store
  let deps: ReviewDeps
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
    deps = zoneDepsOf(store)
  })
  afterAll(() => store.close())

  const publish = async (kind: ZoneKind, definition: ZoneDefinition, audience: 'public' | 'internal' = 'public') => {
    const { zone_id: zoneId } = await createZone(deps, actor(), { kind, content: content(definition, { audience }) })
    return publishApproved(deps, zoneId, 1)
  }
  const lift = async (zoneId: string) => {
    const { version } = await zoneDetails(store.db, zoneId, NOW)
    return liftZone(deps, actor(), zoneId, zoneTag({ zoneId, version }), LIFT)
  }
  const now = (zoneId: string) => zoneDetails(store.db, zoneId, NOW)
  const equals = async (parts: MultiPolygon[], whole: Polygon) => {
    const { rows } = await sql<{ same: boolean }>`
      select ST_Equals(ST_Union(array(select ST_SetSRID(ST_GeomFromGeoJSON(part), 4326) from unnest(${parts.map((p) => JSON.stringify(p))}::text[]) part)),
        ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(whole)}), 4326)) as same`.execute(store.db)
    return rows[0]!.same
  }
  const allBut = (...out: [number, number][]) =>
    [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => [column, row] as [number, number]))
      .filter(([c, r]) => !out.some(([c0, r0]) => c === c0 && r === r0))
      .map(([c, r]) => village(0, c, r))

  it('close without a gap: ring with its hole, sealed and rest are the township, to the square metre', async () => {
    const rest = await publish('precaution', restOf(TOWNSHIP))
    expect(await equals([rest.geometry], block(0, 0, 4, 4))).toBe(true)
    const controlled = await publish('controlled', ring(...allBut(), village(0, 1, 1)))
    const before = await lastEventSeq(store.db)
    const sealed = await publish('sealed', units(village(0, 1, 1)))

    const [ringNow, restNow] = [await now(controlled.id), await now(rest.id)]
    expect(ringNow.version).toBe(2)
    expect(ringNow.geometry.coordinates).toHaveLength(1)
    expect(ringNow.geometry.coordinates[0]).toHaveLength(2) // a shell and the hole
    expect(ringNow).toMatchObject({ people: 800, previous_version: 1, published_by: '系统 system', published_at: sealed.published_at })
    expect(ringNow.reason).toContain(sealed.id)
    expect(restNow).toMatchObject({ version: 2, people: 700 }) // the ring covered the sealed ground before: nothing to follow

    const parts = [sealed.geometry, ringNow.geometry, restNow.geometry]
    const township = block(0, 0, 4, 4)
    expect(await equals(parts, township)).toBe(true)
    expect(parts.reduce((sum, part) => sum + areaM2(part), 0)).toBeCloseTo(areaM2(township), 0)
    expect(await eventsAfter(store.db, before, 10)).toMatchObject([
      { noun: 'drafts', verb: 'begun' },
      { noun: 'drafts', verb: 'submitted' },
      { noun: 'drafts', verb: 'approved' },
      { noun: 'zones', verb: 'published', subject: sealed.id, payload: { version: 1, kind: 'sealed' } },
      { noun: 'zones', verb: 'superseded', subject: controlled.id, payload: { version: 2, kind: 'controlled', cause: sealed.id } },
    ])
  })

  it('take the ground over when the stricter zone is lifted, at the same instant', async () => {
    const lifted = await lift('990101-S-0001')
    const [ringNow, restNow] = [await now('990101-C-0001'), await now('990101-P-0001')]
    expect(ringNow).toMatchObject({ version: 3, people: 900, version_since: lifted.valid_to })
    expect(restNow.version).toBe(2)
    expect(await equals([ringNow.geometry, restNow.geometry], block(0, 0, 4, 4))).toBe(true)
  })

  it('follow a drawn zone across their edge, an internal one too', async () => {
    const line = block(1, 1, 3, 3).coordinates.map((points) => points.map(([x, y]) => [x! + 0.0061728, y! + 0.0012345]))
    const sealed = await publish('sealed', drawn({ type: 'Polygon', coordinates: line }), 'internal')
    const [ringNow, restNow] = [await now('990101-C-0001'), await now('990101-P-0001')]
    expect([ringNow.version, restNow.version]).toEqual([4, 3])
    const { rows } = await sql<{ missing: number; overlap: number }>`
      with part (geom) as (select ST_SetSRID(ST_GeomFromGeoJSON(p), 4326)
          from unnest(${[sealed, ringNow, restNow].map((z) => JSON.stringify(z.geometry))}::text[]) p),
        township (geom) as (select geom from areas where code = ${TOWNSHIP})
      select ST_Area(ST_SymDifference((select ST_Union(geom) from part), (select geom from township))::geography) as missing,
        (select sum(ST_Area(ST_Intersection(a.geom, b.geom)::geography)) from part a, part b where not a.geom ~= b.geom) as overlap`.execute(store.db)
    // a crossing's corner is rounded by up to 5 mm, which bends edges of a kilometre: slivers, never a strip
    expect(rows[0]!.missing).toBeLessThan(50)
    expect(rows[0]!.overlap).toBeLessThan(50)
    await lift(sealed.id)
    expect(await equals([(await now('990101-C-0001')).geometry, (await now('990101-P-0001')).geometry], block(0, 0, 4, 4))).toBe(true)
  })

  it('are lifted when nothing is left of them, with the zone that took their ground', async () => {
    const controlled = await publish('controlled', ring(village(1, 0, 0)))
    const sealed = await publish('sealed', units(village(1, 0, 0)))
    expect(await now(controlled.id)).toMatchObject({ state: 'lifted', version: 1, valid_to: sealed.published_at })
    const { rows } = await sql`select end_note from zone_periods where zone_id = ${controlled.id} and ended_by = 'lifted'`.execute(store.db)
    expect(rows).toEqual([{ end_note: { by: '系统 system', reason: `随 ${sealed.id} 调整 / follows ${sealed.id}` } }])
    const empty = createZone(deps, actor(), { kind: 'controlled', content: content(ring(village(1, 0, 0))) })
    await expect(empty).rejects.toMatchObject({ name: 'Invalid', code: 'empty_ground' })
    await lift(sealed.id)
  })

  it('are one for an area: a second rest of the same township is refused', async () => {
    await expect(publish('precaution', restOf(TOWNSHIP))).rejects.toMatchObject({
      name: 'Conflict', code: 'overlapping_rest', params: { zone: '990101-P-0001' },
    })
    expect(await publish('precaution', restOf(TOWNSHIPS[1]))).toMatchObject({ state: 'in_force' })
  })

  it('stop everything at a neighbour that is not valid, and name it', async () => {
    await publish('sealed', units(village(1, 2, 2)))
    await sql`alter table zone_versions drop constraint zone_versions_geom_check`.execute(store.db)
    const { rows } = await sql<{ zone_id: string }>`
      with bad as (
        insert into zones (id, county_code, kind, number) values ('990101-S-0900', '990101', 'sealed', 900) returning id
      ) select id as zone_id from bad`.execute(store.db)
    await sql`insert into zone_versions select ${rows[0]!.zone_id}, 1, name, name_en,
        ST_SetSRID(ST_GeomFromText('MULTIPOLYGON(((109.55 34.51,109.57 34.53,109.57 34.51,109.55 34.53,109.55 34.51)))'), 4326),
        definition, rule_pack, measures, legal_basis, reason, authority, review_by, earliest_lift, audience, exposure,
        null, published_at, published_by, hash from zone_versions limit 1`.execute(store.db)
    await sql`insert into zone_periods (zone_id, version, valid, recorded)
      select zone_id, 1, tstzrange(now(), null), tstzrange(now(), null) from zone_versions where zone_id = '990101-S-0900'`.execute(store.db)
    const seq = await lastEventSeq(store.db)
    await expect(publish('sealed', units(village(1, 1, 1)))).rejects.toMatchObject({ code: 'neighbour_invalid', params: { zones: '990101-S-0900' } })
    expect((await eventsAfter(store.db, seq, 10)).filter((event) => event.noun !== 'drafts')).toEqual([]) // the draft stays, nothing else happened
  })
})
