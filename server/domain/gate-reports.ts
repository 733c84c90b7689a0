import type { GateReport, NewestGateReports, NewGateReport } from '#shared/schema/gate-report.ts'
import type { Db, Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { gateReportByKey, gateReportsOf, insertGateReport, newestGateReports } from '../store/gate-reports.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { requireCheckpoint } from './checkpoints.ts'
import { Invalid } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { requireUsableText } from './usable-text.ts'

/**
 * Takes in what an officer said of a gate, however long ago. A report that has come before, by its key, is the one that
 * is there already. A checkpoint withdrawn since still takes it: it is said of then.
 * @throws NotFound; Forbidden outside_jurisdiction; Invalid unusable_text, personal_data, report_key_reused
 */
export async function makeGateReport(store: Store, actor: Actor, checkpointId: number, report: NewGateReport): Promise<GateReport> {
  requireUsableText(report)
  requireImpersonalText({ note: report.note })
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const { geometry } = await requireCheckpoint(trx, checkpointId)
    await requireJurisdiction(trx, actor, geometry)
    const known = await gateReportByKey(trx, report.key)
    if (known !== undefined) {
      if (!isSame(known, checkpointId, report)) throw new Invalid('report_key_reused')
      return known
    }
    const made = await insertGateReport(trx, checkpointId, actor.post, report)
    const { id, status, queue, needs, made_at } = made
    await appendEvent(trx, {
      noun: 'gate_reports',
      verb: 'made',
      subject: String(checkpointId),
      actor: actor.post,
      public: false,
      payload: { report: id, status, queue, needs, made_at },
    })
    return made
  }, actor)
}

const isSame = (known: GateReport, checkpoint: number, { status, made_at }: NewGateReport): boolean =>
  known.checkpoint === checkpoint && known.status === status && Date.parse(known.made_at) === Date.parse(made_at)

/** @throws NotFound */
export async function readGateReports(db: Db, checkpointId: number, limit: number): Promise<GateReport[]> {
  await requireCheckpoint(db, checkpointId)
  return gateReportsOf(db, checkpointId, limit)
}

export const readNewestReports = async (db: Db, staleAfterMinutes: number): Promise<NewestGateReports> =>
  ({ items: await newestGateReports(db), stale_after_s: staleAfterMinutes * 60 })
