import { sql } from 'kysely'
import type { Point } from 'geojson'
import type { CheckpointContent, CheckpointDetails } from '#shared/schema/checkpoint.ts'
import type { Db } from './connect.ts'
import { geoJson, toGeom } from './geometry.ts'
import type { Trx } from './transaction.ts'

export type Checkpoint = CheckpointDetails & { geometry: Point }

const select = (db: Db) =>
  db.selectFrom('checkpoints').select([
    'id', 'version', 'name', 'name_en', 'tier', 'state', 'green_lane', 'rule_card', 'area_code', 'road_id',
    'kind', 'egress', 'staffing',
    geoJson<Point>('geom').as('geometry'),
  ])

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toCheckpoint = (row: Row): Checkpoint => ({
  ...row,
  rule_card: row.rule_card as Checkpoint['rule_card'],
  egress: row.egress as Checkpoint['egress'],
  staffing: row.staffing as Checkpoint['staffing'],
})

export async function findCheckpoint(db: Db, id: number): Promise<Checkpoint | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  return row && toCheckpoint(row)
}

const columns = ({ geometry, rule_card, egress, staffing, ...content }: CheckpointContent) => ({
  ...content,
  name_en: content.name_en ?? null,
  area_code: content.area_code ?? null,
  road_id: content.road_id ?? null,
  rule_card: JSON.stringify(rule_card),
  kind: content.kind ?? 'gate',
  egress: egress == null ? null : JSON.stringify(egress),
  staffing: staffing == null ? null : JSON.stringify(staffing),
  geom: toGeom(geometry),
})

/** @returns the number of the new checkpoint */
export async function insertCheckpoint(trx: Trx, content: CheckpointContent): Promise<number> {
  const row = await trx.insertInto('checkpoints').values(columns(content)).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Saves a checkpoint's next version. */
export async function updateCheckpoint(trx: Trx, id: number, content: CheckpointContent): Promise<void> {
  await trx
    .updateTable('checkpoints')
    .set({ ...columns(content), version: sql<number>`version + 1`, updated_at: sql<string>`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
}

export const roadExists = async (db: Db, id: number): Promise<boolean> =>
  (await db.selectFrom('roads').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
