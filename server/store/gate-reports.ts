import { sql } from 'kysely'
import type { GateReport, NewGateReport } from '#shared/schema/gate-report.ts'
import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

const COLUMNS = [
  'id', 'checkpoint_id as checkpoint', 'report_key as key', 'status', 'queue', 'needs', 'note', 'made_at', 'received_at', 'reported_by as by',
] as const

// a device whose clock is fast must not keep the newest place for hours to come
const said = sql`least(made_at, received_at)`

export const gateReportByKey = (db: Db, key: string): Promise<GateReport | undefined> =>
  db.selectFrom('gate_reports').select(COLUMNS).where('report_key', '=', key).executeTakeFirst()

/** Reports of a checkpoint, newest first by when they were made. */
export const gateReportsOf = (db: Db, checkpoint: number, limit: number): Promise<GateReport[]> =>
  db.selectFrom('gate_reports').select(COLUMNS).where('checkpoint_id', '=', checkpoint).orderBy(said, 'desc').orderBy('id', 'desc').limit(limit).execute()

/** The newest report of every checkpoint that has one, by checkpoint. */
export const newestGateReports = (db: Db): Promise<GateReport[]> =>
  db.selectFrom('gate_reports').distinctOn('checkpoint_id').select(COLUMNS).orderBy('checkpoint_id').orderBy(said, 'desc').orderBy('id', 'desc').execute()

export async function insertGateReport(trx: Trx, checkpoint: number, by: string, { key, note, ...report }: NewGateReport): Promise<GateReport> {
  return trx
    .insertInto('gate_reports')
    .values({ ...report, checkpoint_id: checkpoint, report_key: key, note: note ?? null, reported_by: by })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}
