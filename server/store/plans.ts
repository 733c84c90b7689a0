import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import type { ProblemCode } from '#shared/problem-texts.ts'
import type { DraftContent, LiftRequest } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { geoJson, toGeom } from './geometry.ts'
import type { Trx } from './transaction.ts'

type Common = { id: number; zoneId: string; kind: ZoneKind; dueAt: string; plannedBy: string; plannedAt: string }
export type PlannedStartRow = Common & { action: 'start'; content: DraftContent; geometry: MultiPolygon; basedOn: number | null; editors: number[] }
export type PlannedEndRow = Common & { action: 'end'; decision: LiftRequest }
export type PlanRow = PlannedStartRow | PlannedEndRow

/** Why a plan could not be carried out: the code of a problem and its parameters. */
export type FailureNote = { code: ProblemCode; params: Record<string, string | number> }

const select = (db: Db) =>
  db
    .selectFrom('zone_plans as p')
    .innerJoin('zones as z', 'z.id', 'p.zone_id')
    .select([
      'p.id', 'p.zone_id', 'z.kind', 'p.action', 'p.due_at', 'p.content', 'p.based_on', 'p.editors', 'p.decision', 'p.planned_by', 'p.planned_at',
      'p.close_note', geoJson<MultiPolygon>('p.geom').as('geometry'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function toPlan(row: Row): PlanRow {
  const common = {
    id: row.id, zoneId: row.zone_id, kind: row.kind, dueAt: row.due_at, plannedBy: row.planned_by, plannedAt: row.planned_at,
  }
  return row.action === 'start'
    ? { ...common, action: 'start', content: row.content as DraftContent, geometry: row.geometry, basedOn: row.based_on, editors: row.editors ?? [] }
    : { ...common, action: 'end', decision: row.decision as LiftRequest }
}

/** The open plans of one zone, or of all, by their time. */
export async function openPlans(db: Db, zoneId?: string): Promise<PlanRow[]> {
  const all = select(db).where('p.outcome', 'is', null)
  const rows = await (zoneId === undefined ? all : all.where('p.zone_id', '=', zoneId)).orderBy('p.due_at').orderBy('p.id').execute()
  return rows.map(toPlan)
}

/** Plans that could not be carried out and that nothing has replaced since, with the reason noted. */
export async function failedPlans(db: Db): Promise<{ plan: PlanRow; note: FailureNote }[]> {
  const rows = await select(db)
    .where('p.outcome', '=', 'failed')
    .where(sql<boolean>`not exists (select from zone_plans later where later.zone_id = p.zone_id and later.id > p.id)`)
    .where(sql<boolean>`not exists (select from zone_periods since where since.zone_id = p.zone_id and lower(since.recorded) > p.closed_at)`)
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ plan: toPlan(row), note: row.close_note as FailureNote }))
}

/** The open plans of the earliest instant that has come by the database's clock, or that is not after `until`. */
export async function duePlans(trx: Trx, until?: string): Promise<PlanRow[]> {
  const limit = until === undefined ? sql`clock_timestamp()` : sql`${until}::timestamptz`
  const rows = await select(trx)
    .where('p.outcome', 'is', null)
    .where('p.due_at', '=', sql<string>`(select min(due_at) from zone_plans where outcome is null and due_at <= ${limit})`)
    .orderBy('p.id')
    .execute()
  return rows.map(toPlan)
}

/** Milliseconds of the database's clock until the next plan is due, not more than 0 when one is; null without any. */
export async function msUntilDue(db: Db): Promise<number | null> {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from min(due_at) - clock_timestamp()) * 1000)::float8 as ms
    from zone_plans where outcome is null`.execute(db)
  return rows[0]!.ms
}

export type NewPlan = { zoneId: string; dueAt: string; by: string } & (
  | { action: 'start'; content: DraftContent; geometry: MultiPolygon; basedOn: number | null; editors: number[] }
  | { action: 'end'; decision: LiftRequest }
)

export async function insertPlan(trx: Trx, plan: NewPlan): Promise<number> {
  const start = plan.action === 'start' ? plan : null
  const { id } = await trx
    .insertInto('zone_plans')
    .values({
      zone_id: plan.zoneId,
      action: plan.action,
      due_at: plan.dueAt,
      content: start && JSON.stringify(start.content),
      geom: start && toGeom(start.geometry),
      based_on: start && start.basedOn,
      editors: start && start.editors,
      decision: plan.action === 'end' ? JSON.stringify(plan.decision) : null,
      planned_by: plan.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Closes a plan, once; whoever comes second changes nothing and is told so. */
export async function closePlan(
  trx: Trx,
  id: number,
  outcome: 'done' | 'cancelled' | 'failed',
  by: string,
  note: Record<string, unknown> | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('zone_plans')
    .set({ outcome, closed_by: by, closed_at: sql<string>`clock_timestamp()`, close_note: note && JSON.stringify(note) })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
