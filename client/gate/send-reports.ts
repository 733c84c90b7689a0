import type { GateReport, NewGateReport } from '#shared/schema/gate-report.ts'
import type { Answer, Failure } from '../api/answer.ts'
import type { ReportQueue } from './report-queue.ts'

/** Why reports still wait: no line (or no server), or no session. */
export type Waiting = 'offline' | 'signed_out'

type Send = (gate: number, report: NewGateReport) => Promise<Answer<GateReport>>

/**
 * Sends what waits, one after the other in the order in which it was made, and stops where the next would not arrive
 * either. A report that the server refuses for good is set aside; those after it go on.
 * @returns why it stopped, or null when nothing waits any more
 */
export async function sendReports(queue: Pick<ReportQueue, 'waiting' | 'sent' | 'refused'>, send: Send): Promise<Waiting | null> {
  for (const { gate, report } of queue.waiting()) {
    const answer = await send(gate, report)
    if (answer.ok || hasArrived(answer)) queue.sent(report.key)
    else if (answer.status === 401) return 'signed_out'
    else if (mayArriveLater(answer)) return 'offline'
    else queue.refused(report.key, answer.problem)
  }
  return null
}

// its key is 128 random bits: whoever sent it before, it was this report
const hasArrived = ({ problem }: Failure) => problem.code === 'idempotency_key_reused'

const mayArriveLater = ({ status }: Failure) => status === 0 || status === 408 || status === 429 || status >= 500
