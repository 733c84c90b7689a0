import { sql } from 'kysely'
import type { Geometry } from 'geojson'
import type { DraftContent, ZoneDefinition } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { createZone } from '../../server/domain/drafts-begin.ts'
import { zoneTag } from '../../server/domain/version-tag.ts'
import { liftZone } from '../../server/domain/zones-lift.ts'
import type { Live } from '../../server/live/live.ts'
import type { Store } from '../../server/store/connect.ts'
import { appendEvent, lastEventSeq } from '../../server/store/events.ts'
import { toGeom } from '../../server/store/geometry.ts'
import { inTransaction } from '../../server/store/transaction.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, content, LIFT, loadCounty, village, zoneDepsOf } from './zones-fixture.ts'

/** Points well inside the fixture's villages: column 0–3, row 0–3 of township 0. */
export const inside = (column: number, row: number): [number, number] =>
  [109.5055 + column * 0.01, 34.5055 + row * 0.01].map((degrees) => Number(degrees.toFixed(7))) as [number, number]
/** Degrees far from the fixture's county. */
export const ELSEWHERE: [number, number] = [116.4, 39.9]

export async function publish(
  store: Store,
  kind: ZoneKind,
  definition: ZoneDefinition,
  more: Partial<DraftContent> = {},
): Promise<string> {
  const deps = zoneDepsOf(store)
  const { zone_id: zoneId } = await createZone(deps, actor(), { kind, content: content(definition, more) })
  await publishApproved(deps, zoneId, 1)
  return zoneId
}

export const lift = (store: Store, id: string, version: number) =>
  liftZone(zoneDepsOf(store), actor(), id, zoneTag({ zoneId: id, version }), LIFT)

/** Waits until the picture holds everything committed. */
export async function caughtUp(live: Live, store: Store): Promise<void> {
  const head = await lastEventSeq(store.db)
  await eventually(() => live.seq() >= head)
}

export async function eventually(test: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`not so within ${withinMs} ms: ${test}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const sourced = (id: string) => ({ source: 'test', source_id: id, as_of: '2022-01-01' })
const point = ([lng, lat]: [number, number]): Geometry => ({ type: 'Point', coordinates: [lng, lat] })
const square = ([lng, lat]: [number, number], half: number): Geometry => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [lng - half, lat - half],
        [lng + half, lat - half],
        [lng + half, lat + half],
        [lng - half, lat + half],
        [lng - half, lat - half],
      ],
    ],
  ],
})

/** The county with a hospital, a road with a bridge, a lake, a building of 12 people, two addresses and three checkpoints. */
export async function loadGround(store: Store): Promise<void> {
  await loadCounty(store)
  const { db } = store
  const area = village(0, 1, 1)
  await db
    .insertInto('places')
    .values({
      kind: 'hospital',
      name: '云渡县人民医院',
      name_en: 'Yundu People’s Hospital',
      capacity: '{"beds":300}',
      area_code: area,
      geom: toGeom(point(inside(1, 1))),
      ...sourced('p1'),
    })
    .execute()
  await db
    .insertInto('roads')
    .values([
      {
        class: 'primary',
        name: '迎宾路',
        name_en: 'Yingbin Road',
        ref: 'G310',
        tags: '{}',
        geom: toGeom({ type: 'LineString', coordinates: [inside(0, 1), inside(1, 1), inside(3, 1)] }),
        ...sourced('r1'),
      },
      {
        class: 'residential',
        name: null,
        name_en: null,
        ref: null,
        bridge: true,
        layer: 1,
        oneway: true,
        tags: '{}',
        geom: toGeom({ type: 'LineString', coordinates: [inside(1, 0), inside(1, 2)] }),
        ...sourced('r2'),
      },
    ])
    .execute()
  await db
    .insertInto('water')
    .values({ kind: 'lake', name: '镜湖', name_en: null, geom: toGeom(square(inside(2, 2), 0.002)), ...sourced('w1') })
    .execute()
  const building = await db
    .insertInto('buildings')
    .values({
      name: '3幢',
      name_en: null,
      levels: 6,
      use: 'residential',
      area_code: area,
      geom: toGeom(square(inside(1, 1), 0.0002)),
      ...sourced('b1'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('population')
    .values({
      basis: 'building',
      method: 'counted',
      people: 12,
      households: 5,
      building_id: building.id,
      geom: null,
      ...sourced('n1'),
    })
    .execute()
  const address = (id: string, text: string, number: string, at: [number, number]) => ({
    text,
    text_en: `${number} Yingbin Road`,
    street: '迎宾路',
    number,
    area_code: area,
    building_id: null,
    geom: toGeom(point(at)),
    ...sourced(id),
  })
  await db
    .insertInto('addresses')
    .values([
      address('a1', '示范县城关街道迎宾路12号', '12', inside(1, 1)),
      address('a2', '示范县城关街道迎宾路14号', '14', inside(3, 3)),
    ])
    .execute()
  const gate = (id: string, name: string, state: 'planned' | 'staffed' | 'withdrawn') => ({
    name,
    name_en: null,
    tier: 'township' as const,
    state,
    rule_card: '{"asks":[]}',
    area_code: area,
    road_id: null,
    geom: toGeom(point(inside(0, 1))),
    source: 'test',
    source_id: id,
  })
  await db
    .insertInto('checkpoints')
    .values([gate('c1', '东关卡点', 'staffed'), gate('c2', '西关卡点', 'planned'), gate('c3', '南关卡点', 'withdrawn')])
    .execute()
}

/** An import of one more place, in one transaction with its event. */
export const importPlace = (store: Store, name: string) =>
  inTransaction(store, async (trx) => {
    await sql`insert into places (kind, name, geom, source, source_id, as_of)
      values ('school', ${name}, ${toGeom(point(inside(2, 1)))}, 'test', ${name}, '2022-01-02')`.execute(trx)
    await appendEvent(trx, {
      noun: 'imports',
      verb: 'done',
      subject: 'test',
      actor: 'system',
      public: true,
      payload: {},
    })
  })
